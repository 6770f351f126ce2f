import time
import gradio as gr
t0=time.time()
def inc(n):
    if n % 20 < 2: print("N", n, round(time.time()-t0,2))
    return n+1
with gr.Blocks() as demo:
    left, right = gr.State(0), gr.State(0)
    gr.Button("Run in circles").click(lambda: 1, None, left)
    left.change(inc, left, right)
    right.change(inc, right, left)
demo.launch()
