import { untrack } from "svelte";
import type { ToolbarButton } from "../toolbar";
import type { BlockNode, ComponentProps } from "../../node.svelte";
import { isChoice, matching, nameOf, valueOf, type Choice, type Value } from "../choices";

export interface DropdownProps extends ComponentProps<Value | Value[]> {
  choices: Choice[];
  multiselect: boolean | null;
  allow_custom_value: boolean;
  max_choices: number | null;
  num_choices_shown: number | null;
  filterable: boolean;
  buttons: ToolbarButton[] | null;
}

/**
 * What a dropdown does: WAI-ARIA's editable combobox. The focus stays in its input; `active` is the option that Enter
 * takes, -1 for none.
 *
 * It is written by hand: the headless library's combobox knows only text as a value, writes the chosen name into the
 * input also where choices are chips, and has no place for text that is no choice.
 */
export class Dropdown {
  open = $state(false);
  /** Where the visitor is in the list: at its first option again where Python gives other choices or another value. */
  private at = $derived.by(() => ({
    of: this.node.generation,
    option: untrack(() => (this.open ? this.first() : -1)),
  }));
  /** What was typed since the dropdown had this value; a new value replaces it. */
  private typed: { text: string; over: unknown } | null = $state.raw(null);

  constructor(private readonly node: BlockNode<DropdownProps>) {}

  get active(): number {
    return this.at.option;
  }
  set active(option: number) {
    this.at = { ...this.at, option };
  }
  get multiple(): boolean {
    return this.node.props.multiselect === true;
  }
  /** What is selected; null is nothing, unless it is a choice. */
  get values(): Value[] {
    const { choices, value } = this.node.props;
    return value === null && (this.multiple || !isChoice(choices, null)) ? [] : [value].flat();
  }
  /** Whether no further choice can be selected. */
  get full(): boolean {
    return this.multiple && this.values.length >= (this.node.props.max_choices ?? Infinity);
  }
  /** The typed text; null where the input shows the value. */
  get query(): string | null {
    return this.typed && this.typed.over === this.node.props.value ? this.typed.text : null;
  }
  /** What the input shows: as in Gradio, nothing of a value that is no choice and may not be. */
  get text(): string {
    const { choices, allow_custom_value: custom } = this.node.props;
    const [value] = this.values;
    const shown = !this.multiple && (custom || isChoice(choices, value));
    return this.query ?? (shown ? this.name(value) : "");
  }
  get options(): Choice[] {
    const { choices, filterable, num_choices_shown: limit } = this.node.props;
    return matching(choices, filterable ? (this.query ?? "") : "", limit);
  }

  name(value: Value | undefined): string {
    return nameOf(this.node.props.choices, value);
  }

  show(): void {
    if (this.open) return;
    this.open = true;
    this.active = this.first();
  }

  /** The option that Enter takes at first: what fits the typed text, or else what is selected. */
  private first(): number {
    return this.query === null ? this.options.findIndex(([, value]) => this.values.includes(value)) : 0;
  }

  type(text: string): void {
    this.typed = { text, over: this.node.props.value };
    this.open = true;
    this.active = 0;
  }

  /** Move `active`, around the ends. */
  move(step: 1 | -1): void {
    if (!this.open) {
      this.show();
      return;
    }
    const count = this.options.length;
    const from = this.active < 0 && step < 0 ? 0 : this.active;
    this.active = count ? (from + step + count) % count : -1;
  }

  /** Select a choice; one that is selected among several is taken out. */
  choose([, value]: Choice): void {
    const selected = !this.multiple || !this.values.includes(value);
    if (selected && this.full) return;
    if (!this.multiple) this.set(value);
    else this.set(selected ? [...this.values, value] : this.values.filter((each) => each !== value));
    this.tell(value, selected);
    this.open = this.multiple && !this.full;
  }

  remove(value: Value): void {
    this.set(this.values.filter((each) => each !== value));
    this.tell(value, false);
  }

  clear(): void {
    this.set([]);
  }

  /** Take the active option, or else the typed text. Whether there was anything to take. */
  enter(): boolean {
    const option = this.open ? this.options[this.active] : undefined;
    if (option) this.choose(option);
    else if (this.node.props.allow_custom_value && this.query !== null) this.takeText(this.query);
    else return false;
    return true;
  }

  /** The visitor goes elsewhere: a custom value is taken, any other text gives way to the value. */
  leave(): void {
    if (this.node.props.allow_custom_value && this.query !== null) this.takeText(this.query);
    this.cancel();
  }

  cancel(): void {
    this.open = false;
    this.typed = null;
  }

  private takeText(text: string): void {
    const value = valueOf(this.node.props.choices, text);
    if (!this.multiple) this.set(text === "" ? this.emptied() : value);
    else if (text !== "" && !this.full && !this.values.includes(value)) this.set([...this.values, value]);
    this.cancel();
  }

  /** What deleting the text makes of the value, as in Gradio: nothing stays nothing. */
  private emptied(): Value {
    return this.node.props.value === null ? null : "";
  }

  private set(value: Value | Value[]): void {
    this.typed = null;
    this.node.emit("input", { edit: { value } });
  }

  private tell(value: Value, selected: boolean): void {
    const index = this.node.props.choices.findIndex(([, each]) => each === value);
    this.node.emit("select", { data: { index, value, selected } });
  }
}
