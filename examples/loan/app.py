"""What a loan costs a month and in all, as the sliders move."""

import gradio as gr


def monthly_payment(amount, rate, years):
    months, monthly_rate = years * 12, rate / 1200
    return amount * monthly_rate / (1 - (1 + monthly_rate) ** -months) if rate else amount / months


def balances(amount, rate, years):
    """What is owed at the end of each year."""
    payment = monthly_payment(amount, rate, years)
    for _ in range(years):
        for _ in range(12):
            amount += amount * rate / 1200 - payment
        yield max(amount, 0)


def summary(amount, rate, years):
    payment = monthly_payment(amount, rate, years)
    return f"""
# {payment:,.2f} a month

**{payment * years * 12:,.0f}** in all, of which **{payment * years * 12 - amount:,.0f}** is interest.
"""


def schedule(amount, rate, years):
    rows = (f"| {year} | {owed:,.0f} |" for year, owed in enumerate(balances(amount, rate, years), start=1))
    return "\n".join(["| Year | Still owed |", "|---:|---:|", *rows])


def calculate(amount, rate, years):
    years = round(years)
    return summary(amount, rate, years), schedule(amount, rate, years)


AMOUNT, RATE, YEARS = 240_000, 3.6, 20

with gr.Blocks(title="Loan calculator") as demo:
    with gr.Row():
        with gr.Column():
            amount = gr.Slider(10_000, 1_000_000, value=AMOUNT, step=10_000, label="Amount")
            rate = gr.Slider(0, 12, value=RATE, step=0.1, label="Interest", info="In percent a year")
            years = gr.Slider(1, 40, value=YEARS, step=1, label="Years")
        with gr.Column():
            result = gr.Markdown(summary(AMOUNT, RATE, YEARS), container=True)
            with gr.Accordion("Year by year", open=False):
                table = gr.Markdown(schedule(AMOUNT, RATE, YEARS))

    gr.on([amount.change, rate.change, years.change], calculate, [amount, rate, years], [result, table])

demo.launch()
