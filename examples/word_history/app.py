"""Each word joins those before it: a State in an Interface."""

import gradio as gr


def remember(word, history):
    history = [*history, word] if word else history
    return ", ".join(history), history


demo = gr.Interface(
    remember,
    [gr.Textbox(label="Word"), gr.State([])],
    [gr.Textbox(label="Words so far"), gr.State()],
    title="Word history",
    description="Each word is added to those before it. A reload forgets them all.",
    examples=["apple", "banana", "cherry"],
    flagging_mode="never",
)

demo.launch()
