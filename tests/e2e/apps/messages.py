import gradio as gr

with gr.Blocks() as demo:
    out = gr.Textbox(label="Out")

    def refuse():
        raise gr.Error("Pick a smaller number", title="Too big", duration=None)

    def warn():
        gr.Warning("Low on paper", duration=None)
        return "warned"

    def inform():
        gr.Info("It is <b>raining</b><img src='data:,' alt='' onerror='window.attacked = true'>", duration=None)
        return "informed"

    def succeed():
        gr.Success("All saved", duration=None)
        return "saved"

    def briefly():
        gr.Info("Gone soon", duration=1)

    def crash():
        return {}["missing"]

    gr.Button("Refuse").click(refuse, None, out)
    gr.Button("Warn").click(warn, None, out)
    gr.Button("Inform").click(inform, None, out)
    gr.Button("Succeed").click(succeed, None, out)
    gr.Button("Briefly").click(briefly)
    gr.Button("Crash").click(crash, None, out)
    gr.Button("Work").click(lambda: "works", None, out)

demo.launch()
