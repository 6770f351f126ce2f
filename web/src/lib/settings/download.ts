/** Let the visitor save `content` as a file. */
export function download(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // Not at once: the browser reads it later.
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, 10_000);
}
