import gradio as gr

with gr.Blocks() as demo:
    first = gr.Textbox("a", label="First")
    second = gr.Number(2, label="Second", precision=0)
    result = gr.Textbox(label="Result")
    other = gr.Textbox(label="Other")
    changed = gr.Textbox(label="Changed")
    loaded = gr.Textbox(label="Loaded")
    asleep = gr.Textbox(label="Asleep")
    result.change(lambda text: f"changed to {text}", result, changed)
    demo.load(None, None, loaded, js="() => window.order.join(' ')")

    def show(text, number):
        return f"{text} {number}"

    both = [first, second]
    gr.Button("Before").click(show, both, result, js="(text, number) => [text + '!', number * 2]")
    gr.Button("Async").click(
        show, both, result, js="async (...all) => { await new Promise(done => setTimeout(done, 50)); return all; }"
    )
    gr.Button("Only").click(None, both, [result, other], js="function only(a, b) { return [a + b, {a: 1}.a]; }")
    gr.Button("Name").click(None, first, result, js="helper")
    gr.Button("Data").click(None, None, other, js="() => ({__type__: 'update', label: 'Renamed', value: 'x'})")
    gr.Button("Chain").click(lambda: "py", None, result).then(
        None, result, other, js="(text) => { return `${text} js`; };"
    )
    failing = gr.Button("Fail").click(show, both, result, js="() => { throw new Error('js <b>boom</b>') }")
    failing.failure(lambda: "failed", None, other)
    gr.Button("No function").click(None, None, result, js="() => {")
    gr.Button("Activation").click(None, None, result, js="() => String(navigator.userActivation.isActive)")
    sleeping = gr.Button("Sleep").click(None, None, asleep, js="() => new Promise(wake => { window.wake = wake; })")
    gr.Button("Stop").click(None, cancels=sleeping)

    name = gr.Textbox(label="Name", info="At least three letters")
    gr.Button("Greet").click(
        lambda text: f"Hello {text}", name, result, validator=lambda text: gr.validate(len(text) > 2, "Too short")
    ).then(lambda: "greeted", None, other)

    far = gr.Button("Far")
    gr.HTML("<div style='height: 2000px'></div>")
    below = gr.Textbox(label="Below")
    far.click(lambda: "here", None, below, scroll_to_output=True)

demo.launch(
    js="() => { window.order.push('js'); }",
    head="""
        <script src="data:text/javascript,window.order=['src']"></script>
        <script>window.order.push("inline")</script>
    """,
    head_paths="head.html",
    css=".gradio-container { --from-css: 1; }",
    css_paths=["style.css"],
)
