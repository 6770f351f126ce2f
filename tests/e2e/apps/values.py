import gradio as gr

VALUES = [
    0,
    False,
    "",
    None,
    [],
    {},
    2**60,
    -0.0,
    1.0,
    1e300,
    "ü✅ \0 \u2028 \ud800",
    {"": [True, {"a": None}], "b": 1, "a": 2},
    eval("[" * 100 + "]" * 100),
    "5 MB" * 1_000_000,
]

for _ in range(299):
    VALUES[-2] = [VALUES[-2]]

with gr.Blocks() as demo:
    states = [gr.BrowserState("default") for _ in VALUES]
    problems = gr.Textbox(label="Problems")

    def compare(*values):
        return [
            f"{ascii(value)[:50]}, not {ascii(expected)[:50]}"
            for value, expected in zip(values, VALUES, strict=True)
            if ascii(value) != ascii(expected)
        ]

    gr.Button("Keep").click(lambda: VALUES, None, states).success(lambda: "kept", None, problems)
    gr.Button("Compare").click(compare, states, problems)

demo.launch()
