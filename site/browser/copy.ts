/** Adds a button to each program and example that copies it. */
export function addCopyButtons(): void {
  for (const code of document.querySelectorAll("pre > code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(code.textContent?.trimEnd() ?? "");
      button.textContent = "Copied";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 2000);
    });
    const box = document.createElement("div");
    box.className = "code";
    code.parentElement?.replaceWith(box);
    box.append(code.parentElement ?? code, button);
  }
}
