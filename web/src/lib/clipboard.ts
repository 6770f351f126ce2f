/** Copy text. Pages that are not served securely have no clipboard API; there, the browser copies a selection. */
export async function copyText(text: string): Promise<void> {
  if (isSecureContext) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is nothing newer that such a page may do
  document.execCommand("copy");
  area.remove();
}
