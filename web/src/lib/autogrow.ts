import type { Attachment } from "svelte/attachments";

/**
 * Make a text area as high as its text, within its `min-height` and `max-height`, where `field-sizing: content` doesn't.
 *
 * @param value its text; the height is set again when it changes
 */
export function autogrow(value: string): Attachment<HTMLTextAreaElement> {
  return (area) => {
    if (CSS.supports("field-sizing", "content")) return;
    area.value = value;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  };
}
