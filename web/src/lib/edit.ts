import type { Json, ValueEdit } from "../protocol";

/** `value` with what `edit` changes in it; the parts that stay are the same objects, those around the change new ones. */
export function edited(value: Json, edit: ValueEdit, path = edit.path): Json {
  const [key, ...rest] = path;
  if (key === undefined) return edit.edit === "set" ? edit.value : appended(value, edit.value);
  if (Array.isArray(value)) return value.with(key as number, edited(value[key as number], edit, rest));
  const object = value as Record<string, Json>;
  return { ...object, [key]: edited(object[key], edit, rest) };
}

function appended(value: Json, more: Json): Json {
  return Array.isArray(value) ? [...(value as Json[]), ...(more as Json[])] : (value as string) + (more as string);
}
