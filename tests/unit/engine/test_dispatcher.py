from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest

import pyblocks as gr
from fake_page import FakePage, click, run, settle
from pyblocks.app.context import Context, LocalContext
from pyblocks.engine.scheduler import MAX_ROUNDS


def test_a_click_runs_its_function_and_shows_the_result() -> None:
    with gr.Blocks() as demo:
        name, out, button = gr.Textbox(), gr.Textbox(), gr.Button()
        button.click(lambda text: f"Hello {text}!", name, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(name, "Ada")
        page.emit(button, "click")
        await settle()
        assert page.value(out) == "Hello Ada!"
        assert [m["stage"] for m in page.sent("status")] == ["pending", "complete"]

    run(scenario)


def test_the_cart_changes_its_size_through_a_state_that_is_never_sent() -> None:
    with gr.Blocks() as demo:
        cart = gr.State([])
        items = gr.CheckboxGroup(["Cereal", "Milk", "Orange Juice", "Water"])
        button = gr.Button("Add Items")
        size = gr.Number(label="Cart Size")
        button.click(lambda new, previous: previous + new, [items, cart], cart)
        cart.change(len, cart, size)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(items, ["Milk", "Water"])
        for expected in (2, 4):
            page.emit(button, "click")
            await settle()
            assert page.value(size) == expected
        assert not any("Milk" in str(m) for m in page.messages)
        assert "state" not in {each["type"] for each in page.config["components"]}
        fresh = FakePage(demo)
        fresh.type(items, ["Milk"])
        fresh.emit(button, "click")
        await settle()
        assert fresh.value(size) == 1

    run(scenario)


def test_module_globals_are_shared_by_all_events_of_the_page() -> None:
    visitors = 0

    def count() -> int:
        nonlocal visitors
        visitors += 1
        return visitors

    with gr.Blocks() as demo:
        number, button = gr.Number(), gr.Button()
        demo.load(count, None, number)
        button.click(count, None, number)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        page.emit(button, "click")
        await settle()
        assert page.value(number) == 2

    run(scenario)


def test_input_is_the_visitors_edit_only_and_change_is_both() -> None:
    heard: list[str] = []
    with gr.Blocks() as demo:
        text, button = gr.Textbox(), gr.Button()
        text.input(lambda: heard.append("input"))
        text.change(lambda: heard.append("change"))
        button.click(lambda: "by update", None, text)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(text, "typed")
        await settle()
        assert sorted(heard) == ["change", "input"]
        heard.clear()
        page.emit(button, "click")
        await settle()
        page.emit(button, "click")  # the same value again changes nothing
        await settle()
        assert heard == ["change"]

    run(scenario)


def test_generators_show_every_result_and_say_that_they_generate() -> None:
    def steps() -> Iterator[str]:
        yield "one"
        yield "two"

    async def later() -> AsyncIterator[str]:
        for text in ("three", "four"):
            await asyncio.sleep(0)
            yield text

    with gr.Blocks() as demo:
        button, out, other = gr.Button(), gr.Textbox(), gr.Textbox()
        button.click(steps, None, out)
        button.click(later, None, other)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        shown = [props["value"] for m in page.sent("update") for _, props in m["patches"]]
        assert sorted(shown) == ["four", "one", "three", "two"]
        assert "generating" in [m["stage"] for m in page.sent("status")]

    run(scenario)


def test_inputs_as_a_set_arrive_as_one_dict_and_outputs_go_by_component() -> None:
    with gr.Blocks() as demo:
        a, b, total, product, button = gr.Number(), gr.Number(), gr.Number(), gr.Number(), gr.Button()

        def both(values: dict[Any, Any]) -> dict[Any, Any]:
            return {product: values[a] * values[b], total: values[a] + values[b]}

        button.click(both, {a, b}, [total, product])

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(a, 3)
        page.type(b, 4)
        page.emit(button, "click")
        await settle()
        assert (page.value(total), page.value(product)) == (7, 12)

    run(scenario)


def test_updates_components_and_skip_change_only_what_they_say() -> None:
    with gr.Blocks() as demo:
        a, b, c, button = gr.Textbox("a"), gr.Textbox("b"), gr.Textbox("c"), gr.Button()
        button.click(lambda: (gr.update(visible=False), gr.Textbox(label="New"), gr.skip()), None, [a, b, c])

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.sent("update")[0]["patches"] == [[a._id, {"visible": False}], [b._id, {"label": "New"}]]
        assert [page.value(each) for each in (a, b, c)] == ["a", "b", "c"]

    run(scenario)


def test_choices_set_by_an_update_are_those_a_handler_may_get() -> None:
    with gr.Blocks() as demo:
        pick, out, button, go = gr.Radio(["a"]), gr.Textbox(), gr.Button(), gr.Button()
        button.click(lambda: gr.update(choices=["b", ("C", "c")], value="b"), None, pick)
        go.click(lambda picked: picked, pick, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.props[pick._id]["choices"] == [["b", "b"], ["C", "c"]]
        page.type(pick, "c")
        page.emit(go, "click")
        await settle()
        assert page.value(out) == "c"

    run(scenario)


def test_then_success_and_failure_follow_as_the_run_ended() -> None:
    heard: list[str] = []

    def fail() -> None:
        raise ValueError("no")

    with gr.Blocks() as demo:
        good, bad = gr.Button(), gr.Button()
        for button, fn in ((good, lambda: None), (bad, fail)):
            dependency = button.click(fn)
            dependency.then(lambda: heard.append("then"))
            dependency.success(lambda: heard.append("success")).then(lambda: heard.append("next"))
            dependency.failure(lambda: heard.append("failure"))

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(good, "click")
        await settle()
        assert heard == ["success", "then", "next"]
        heard.clear()
        page.emit(bad, "click")
        await settle()
        assert heard == ["failure", "then"]

    run(scenario)


def test_decorators_register_and_leave_something_callable() -> None:
    with gr.Blocks() as demo:
        a, b, out = gr.Textbox(), gr.Textbox(), gr.Textbox()

        @gr.on([a.submit, b.submit], inputs=[a, b], outputs=out)  # type: ignore[untyped-decorator]
        def join(x: str, y: str) -> str:
            return x + y

    assert join("1", "2") == "12"

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(a, "x")
        page.type(b, "y")
        page.emit(b, "submit")
        await settle()
        assert page.value(out) == "xy"

    run(scenario)


def test_on_without_triggers_runs_on_load_and_when_any_input_changes() -> None:
    with gr.Blocks() as demo:
        a, b, out = gr.Number(1), gr.Number(2), gr.Number()
        gr.on(fn=lambda x, y: x + y, inputs=[a, b], outputs=out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        assert page.value(out) == 3
        page.type(b, 10)
        await settle()
        assert page.value(out) == 11

    run(scenario)


def test_a_function_as_value_is_called_at_load_and_when_its_inputs_change() -> None:
    with gr.Blocks() as demo:
        name = gr.Textbox("Ada")
        shout = gr.Textbox(lambda text: text.upper(), inputs=name)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await settle()
        assert page.value(shout) == "ADA"
        page.type(name, "Bob")
        await settle()
        assert page.value(shout) == "BOB"

    run(scenario)


def test_ready_comes_after_the_first_results_of_all_load_listeners() -> None:
    async def slow() -> str:
        await asyncio.sleep(0.01)
        return "slow"

    async def endless() -> AsyncIterator[str]:
        while True:
            yield "tick"
            await asyncio.sleep(1000)

    with gr.Blocks() as demo:
        a, b = gr.Textbox(), gr.Textbox()
        demo.load(slow, None, a)
        demo.load(endless, None, b)

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        await asyncio.sleep(0)
        assert not page.sent("ready")
        await asyncio.sleep(0.05)
        assert (page.value(a), page.value(b)) == ("slow", "tick")
        assert len(page.sent("ready")) == 1
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    run(scenario)


def test_an_app_without_load_listeners_is_ready_at_once() -> None:
    with gr.Blocks() as demo:
        gr.Markdown("Hi")

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        assert page.messages == [{"type": "ready"}]

    run(scenario)


def test_messages_reach_the_visitor_and_the_handler_goes_on() -> None:
    def talk() -> str:
        gr.Info("info", duration=3)
        gr.Warning("warning")
        gr.Success("success", visible=False)
        return "done"

    with gr.Blocks() as demo:
        button, out = gr.Button(), gr.Textbox()
        button.click(talk, None, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.toasts == [("info", "info"), ("warning", "warning")]
        assert page.sent("toast")[0]["duration"] == 3
        assert page.value(out) == "done"

    run(scenario)


def test_an_exception_is_shown_with_its_traceback_and_harms_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise KeyError("missing")

    with gr.Blocks() as demo:
        bad, good, out = gr.Button(), gr.Button(), gr.Textbox()
        bad.click(fail, None, out)
        good.click(lambda: "fine", None, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(bad, "click")
        await settle()
        (toast,) = page.sent("toast")
        assert (toast["level"], toast["message"]) == ("error", "'missing'")
        assert "in fail" in toast["details"]
        assert "runner.py" not in toast["details"]
        assert page.sent("status")[-1]["stage"] == "error"
        page.emit(good, "click")
        await settle()
        assert page.value(out) == "fine"

    run(scenario)
    assert "KeyError: 'missing'" in capsys.readouterr().err


def test_gr_error_is_the_apps_own_message() -> None:
    def fail() -> None:
        raise gr.Error("Too many", title="Sorry", duration=None, print_exception=False)

    with gr.Blocks() as demo:
        button = gr.Button()
        button.click(fail)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        (toast,) = page.sent("toast")
        assert toast == {"type": "toast", "level": "error", "title": "Sorry", "message": "Too many", "duration": None}

    run(scenario)


def test_too_few_values_are_refused_by_name() -> None:
    with gr.Blocks() as demo:
        a, b, button = gr.Textbox(label="First"), gr.Textbox(label="Second"), gr.Button()
        button.click(lambda: "only one", None, [a, b])

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        ((_, message),) = page.toasts
        assert "needed: 2, returned: 1" in message
        assert "gr.Textbox('Second')" in message

    run(scenario)


def test_too_many_values_are_said_by_name_and_the_first_ones_count(capsys: pytest.CaptureFixture[str]) -> None:
    with gr.Blocks() as demo:
        a, b, many, none = gr.Textbox(label="First"), gr.Textbox(label="Second"), gr.Button("Many"), gr.Button("None")
        many.click(lambda: ("one", "two", "three"), None, [a, b])
        none.click(lambda: "lost")

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(many, "click")
        page.emit(none, "click")
        await settle()
        assert (page.value(a), page.value(b), page.toasts) == ("one", "two", [])
        told = capsys.readouterr().out
        assert "(click of gr.Button()) returned too many values (needed: 2, returned: 3)" in told
        assert "gr.Textbox('First'), gr.Textbox('Second')" in told
        assert "returned 'lost', but has no outputs" in told

    run(scenario)


def test_skip_alone_leaves_all_outputs_as_they_are() -> None:
    with gr.Blocks() as demo:
        a, b, button = gr.Textbox("a"), gr.Textbox("b"), gr.Button()
        button.click(gr.skip, None, [a, b])

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert (page.value(a), page.value(b), page.toasts) == ("a", "b", [])

    run(scenario)


def test_what_is_about_an_api_alone_is_accepted() -> None:
    with gr.Blocks() as demo:
        out, button = gr.Textbox(), gr.Button()
        button.click(
            lambda: "ran",
            None,
            out,
            api_name="run",
            api_description="Runs.",
            api_visibility="private",
            stream_every=0.1,
        )

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert page.value(out) == "ran"

    run(scenario)


def test_event_data_tells_what_was_selected() -> None:
    with gr.Blocks() as demo:
        pick, out = gr.Radio(["a", "b"]), gr.Textbox()

        def selected(event: gr.SelectData) -> str:
            assert event.target is pick
            return f"{event.index} {event.value} {event.selected}"

        pick.select(selected, None, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(pick, "select", data={"index": 1, "value": "b", "selected": True})
        await settle()
        assert page.value(out) == "1 b True"

    run(scenario)


def test_the_session_hash_is_the_same_for_all_events_of_a_page_and_another_in_the_next() -> None:
    with gr.Blocks() as demo:
        out, button = gr.Textbox(), gr.Button()

        def who(request: gr.Request) -> str | None:
            return request.session_hash

        button.click(who, None, out)

    async def hash_twice(page: FakePage) -> set[str]:
        seen = set()
        for _ in range(2):
            page.emit(button, "click")
            await settle()
            seen.add(page.value(out))
        return seen

    async def scenario() -> None:
        (one,), (other,) = await hash_twice(FakePage(demo)), await hash_twice(FakePage(demo))
        assert one != other

    run(scenario)


def test_inputs_have_the_values_of_when_the_event_happened() -> None:
    async def slow(text: str) -> str:
        await asyncio.sleep(0.01)
        return text

    with gr.Blocks() as demo:
        text, out, button = gr.Textbox(), gr.Textbox(), gr.Button()
        button.click(slow, text, out, trigger_mode="multiple")

    async def scenario() -> None:
        page = FakePage(demo)
        shown = []
        for word in ("one", "two"):
            page.type(text, word)
            page.emit(button, "click")
        page.type(text, "three")
        await settle()
        shown = [props["value"] for m in page.sent("update") for _, props in m["patches"]]
        assert shown == ["one", "two"]

    run(scenario)


def test_cancels_stops_a_running_generator_and_runs_its_finally() -> None:
    closed: list[bool] = []

    async def endless() -> AsyncIterator[int]:
        try:
            for i in range(10**9):
                yield i
                await asyncio.sleep(0.001)
        finally:
            closed.append(True)

    with gr.Blocks() as demo:
        start, stop, out = gr.Button(), gr.Button(), gr.Number()
        running = start.click(endless, None, out)
        stop.click(None, None, None, cancels=[running])

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(start, "click")
        await asyncio.sleep(0.02)
        page.emit(stop, "click")
        await settle()
        assert closed == [True]
        assert page.sent("status")[-1]["stage"] == "complete"

    run(scenario)


def test_a_chain_that_never_settles_is_stopped_and_named() -> None:
    with gr.Blocks() as demo:
        number, button = gr.Number(0, label="Never still"), gr.Button()
        button.click(lambda: 1, None, number)
        number.change(lambda n: n + 1, number, number)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        ((level, message),) = page.toasts
        assert level == "error"
        assert f"after {MAX_ROUNDS} rounds" in message
        assert "change of gr.Number('Never still')" in message

    run(scenario)


def test_chains_of_changes_settle_in_order() -> None:
    order: list[str] = []
    with gr.Blocks() as demo:
        a, b, c, button = gr.State(0), gr.State(0), gr.Number(), gr.Button()

        def note(name: str, value: int) -> int:
            order.append(name)
            return value + 1

        button.click(lambda: 1, None, a)
        a.change(lambda v: note("a", v), a, b)
        b.change(lambda v: note("b", v), b, c)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        await settle()
        assert order == ["a", "b"]
        assert page.value(c) == 3

    run(scenario)


def test_the_page_paints_before_a_function_that_was_slow_or_is_new() -> None:
    pause = 0.06

    def work() -> None:
        time.sleep(pause)

    with gr.Blocks() as demo:
        button = gr.Button()
        button.click(work)

    async def scenario() -> None:
        nonlocal pause
        page = FakePage(demo)
        for pause, painted in ((0.06, 1), (0.0, 2), (0.0, 2)):  # noqa: B007 - work() reads it
            page.emit(button, "click")
            await settle()
            assert page.painted == painted

    run(scenario)


def test_unload_listeners_run_when_the_visitor_leaves() -> None:
    left: list[bool] = []
    with gr.Blocks() as demo:
        demo.unload(lambda: left.append(True))

    async def scenario() -> None:
        page = FakePage(demo)
        page.load()
        page.leave()
        await settle()
        assert left == [True]

    run(scenario)


def test_tabs_change_when_another_one_is_selected() -> None:
    with gr.Blocks() as demo:
        with gr.Tabs() as tabs:
            with gr.Tab("One", id="one"):
                out = gr.Textbox()
            with gr.Tab("Two", id="two"):
                pass
        button = gr.Button()
        tabs.change(lambda: "changed", None, out)
        button.click(lambda: gr.Tabs(selected="two"), None, tabs)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(tabs, "select", data={"index": 1, "value": "Two"}, selected="two")
        await settle()
        assert page.value(out) == "changed"

    run(scenario)


def test_tabs_change_when_a_handler_selects_another_one() -> None:
    heard: list[str] = []
    with gr.Blocks() as demo:
        with gr.Tabs() as tabs:
            gr.Tab("One", id="one")
            gr.Tab("Two", id="two")
        with gr.Tabs() as unnamed:
            gr.Tab("One")
            gr.Tab("Two")
        button, relabel = gr.Button(), gr.Button()
        tabs.change(lambda: heard.append("change"))
        unnamed.change(lambda: heard.append("unnamed"))
        wanted = iter(["one", "two", "two", "no such tab", "one"])
        button.click(lambda: gr.Tabs(selected=next(wanted)), None, tabs)
        relabel.click(lambda: gr.Tabs(selected=1), None, unnamed)

    async def scenario() -> None:
        page = FakePage(demo)
        for changes in (0, 1, 1, 2, 2):  # the first tab was shown at the start, and is where none is named
            await click(page, button)
            assert heard == ["change"] * changes
        await click(page, relabel)
        assert heard[-1] == "unnamed"

    run(scenario)


def test_the_visitors_edits_of_other_props_are_kept() -> None:
    with gr.Blocks() as demo:
        with gr.Accordion("More", open=False) as more:
            pass
        button, out = gr.Button(), gr.Textbox()
        more.expand(lambda: "open", None, out)
        button.click(lambda: gr.Accordion(label="Less"), None, more)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(more, "expand", open=True)
        page.emit(button, "click")
        await settle()
        assert page.value(out) == "open"
        assert page.props[more._id]["open"] is True
        assert page.props[more._id]["label"] == "Less"

    run(scenario)


def test_a_script_of_the_page_can_call_the_functions_that_the_app_names() -> None:
    async def later(text: str) -> str:
        await asyncio.sleep(0)
        return text.upper()

    def fail() -> None:
        raise ValueError("no")

    with gr.Blocks() as demo:
        html = gr.HTML(server_functions=[later, fail])

    async def scenario() -> None:
        page = FakePage(demo)
        page.call(html, 1, "later", "abc")
        page.call(html, 2, "fail")
        page.call(html, 3, "print", "abc")
        await settle()
        answers = {m["call"]: (m["value"], m["error"]) for m in page.sent("result")}
        assert answers[1] == ("ABC", None)
        assert answers[2] == (None, "no")
        assert "no server function 'print'" in answers[3][1]

    run(scenario)


def test_code_far_from_the_handler_can_ask_for_its_event() -> None:
    seen: list[tuple[Any, ...]] = []

    def deep() -> None:
        context = LocalContext
        request = context.request.get()
        seen.append((request and request.session_hash, context.event_id.get(), context.blocks.get()))
        assert context.in_event_listener.get() is (request is not None)
        assert context.progress.get() is None

    with gr.Blocks() as demo:
        assert Context.root_block is demo
        button = gr.Button()
        button.click(deep)
    deep()

    async def scenario() -> None:
        page = FakePage(demo)
        for _ in range(2):
            page.emit(button, "click")
            await settle()
        assert seen[0] == (None, None, None)
        assert seen[1][0] == seen[2][0] == page.session.request.session_hash
        assert seen[1][1] != seen[2][1]
        assert seen[1][2] is demo

    run(scenario)


def test_a_function_that_does_not_take_its_inputs_is_named_when_it_is_registered() -> None:
    with gr.Blocks(), pytest.warns(UserWarning, match=r"greet \(click of gr.Button\(\)\) needs at least 2 arguments"):

        def greet(name: str, other: str) -> None: ...

        gr.Button().click(greet, gr.Textbox())


def test_without_preprocess_and_postprocess_the_pages_own_values_pass() -> None:
    with gr.Blocks() as demo:
        number, out, button, raw = gr.Number(2.0, precision=0), gr.Dropdown(["a"]), gr.Button(), gr.Button()
        button.click(lambda x: [type(x).__name__], number, out, preprocess=False, postprocess=False)
        raw.click(lambda: {"any": "thing"}, None, out, postprocess=False)

    async def scenario() -> None:
        page = FakePage(demo)
        page.type(number, 2.5)
        page.emit(button, "click")
        await settle()
        assert page.value(out) == ["float"]
        page.emit(raw, "click")
        await settle()
        assert page.value(out) == {"any": "thing"}

    run(scenario)


@pytest.mark.parametrize(("show_progress", "stages"), [("full", 2), ("minimal", 2), ("hidden", 0)])
def test_the_page_hears_of_progress_unless_it_is_hidden(show_progress: Any, stages: int) -> None:
    with gr.Blocks() as demo:
        out, elsewhere, button = gr.Textbox(), gr.Textbox(), gr.Button()
        button.click(lambda: None, None, out, show_progress=show_progress)
        demo.load(lambda: None, show_progress=show_progress, show_progress_on=elsewhere)

    async def scenario() -> None:
        page = FakePage(demo)
        page.emit(button, "click")
        page.load()
        await settle()
        assert [m["dependency"] for m in page.sent("status")].count(0) == stages
        assert [m["dependency"] for m in page.sent("status")].count(1) == stages
        assert page.config["dependencies"][1]["show_progress_on"] == [elsewhere._id]

    run(scenario)


def test_a_replayed_event_is_answered_when_its_listeners_have_given_their_first_results() -> None:
    async def slow() -> AsyncIterator[str]:
        await asyncio.sleep(0.01)
        yield "first"
        await asyncio.sleep(0.01)
        yield "second"

    with gr.Blocks() as demo:
        out, button = gr.Textbox(), gr.Button()
        button.click(slow, None, out)

    async def scenario() -> None:
        page = FakePage(demo)
        page.replay(button, "click")
        assert page.sent("ready") == []
        await settle()
        kinds = [message["type"] for message in page.messages if message["type"] in ("update", "ready")]
        assert kinds == ["update", "ready", "update"]
        page.replay(out, "focus")
        assert len(page.sent("ready")) == 2

    run(scenario)
