"""Five questions, one after the other: gr.render draws what comes next."""

import gradio as gr

QUESTIONS = [
    ("Which planet has the shortest year?", ["Mars", "Mercury", "Venus"], "Mercury"),
    ("How many strings has a violin?", ["Four", "Five", "Six"], "Four"),
    ("Which metal is liquid at room temperature?", ["Gallium", "Lead", "Mercury"], "Mercury"),
    ("What do you get if you mix yellow and blue?", ["Green", "Orange", "Violet"], "Green"),
    ("Which is the largest ocean?", ["Atlantic", "Indian", "Pacific"], "Pacific"),
]
VERDICTS = ["Try again?", "A start.", "Not bad.", "Good!", "Very good!", "Perfect!"]

with gr.Blocks(title="Quiz") as demo:
    gr.Markdown("# A small quiz\n\nFive questions. Nobody keeps the score but this page.")
    answers = gr.State([])

    @gr.render(inputs=answers)
    def show(given):
        right = sum(answer == question[2] for answer, question in zip(given, QUESTIONS, strict=False))
        if len(given) == len(QUESTIONS):
            gr.Markdown(f"## {right} of {len(QUESTIONS)}. {VERDICTS[right]}")
            for (question, _, correct), answer in zip(QUESTIONS, given, strict=True):
                gr.Markdown(f"{'✅' if answer == correct else '❌'} {question} **{correct}**")
            gr.Button("Play again", variant="primary").click(list, None, answers)
            return
        question, choices, correct = QUESTIONS[len(given)]
        if given:
            before = QUESTIONS[len(given) - 1][2]
            gr.Markdown("✅ Right!" if given[-1] == before else f"❌ It was **{before}**.")
        gr.Markdown(f"## {len(given) + 1}. {question}")
        with gr.Row():
            for choice in choices:
                gr.Button(choice).click(lambda given, choice=choice: [*given, choice], answers, answers)


demo.launch()
