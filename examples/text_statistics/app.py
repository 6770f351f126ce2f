"""Words, sentences, reading time and the commonest words of a text, while it is typed."""

import re
from collections import Counter

import gradio as gr

TEXT = """\
The tide comes in and the tide goes out. Between the two, the beach belongs to nobody: the crabs walk where the \
fish swam, and the children dig where the crabs walk.

By evening the sea wants all of it back."""

SMALL_WORDS = {
    "a",
    "an",
    "and",
    "as",
    "at",
    "by",
    "for",
    "from",
    "in",
    "is",
    "it",
    "of",
    "on",
    "or",
    "the",
    "to",
    "where",
}


def analyse(text):
    words = re.findall(r"[\w’'-]+", text.lower())
    sentences = len(re.findall(r"[.!?…]+(?:\s|$)", text)) or bool(words)
    counted = Counter(word for word in words if word not in SMALL_WORDS)
    longest = max(words, key=len, default="")
    facts = f"""
| What | How much |
|---|---:|
| Words | {len(words)} |
| Different words | {len(set(words))} |
| Characters | {len(text)} |
| Sentences | {int(sentences)} |
| Longest word | {longest} |
| Reading time | {len(words) / 4:.0f} s |
"""
    most = max(counted.values(), default=1)
    return facts, {word: count / most for word, count in counted.most_common(6)}


facts, common = analyse(TEXT)

with gr.Blocks(title="Text statistics") as demo:
    with gr.Row():
        with gr.Column(scale=3):
            text = gr.Textbox(TEXT, label="Text", lines=12, autofocus=True)
        with gr.Column(scale=2):
            table = gr.Markdown(facts, container=True)
    label = gr.Label(common, label="Common words, beside the commonest", num_top_classes=6, show_heading=False)
    text.input(analyse, text, [table, label], trigger_mode="always_last", show_progress="hidden")

demo.launch()
