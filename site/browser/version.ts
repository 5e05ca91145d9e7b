/** Below v/, says whether a newer version exists. A page that is read from a file can't know. */
export async function noteOldVersion(): Promise<void> {
  const [root, version] = location.href.split(/\/v\/([^/]+)\//);
  const note = document.getElementById("old-version");
  if (!version || !note || location.protocol === "file:") return;
  const response = await fetch(`${root}/versions.json`).catch(() => undefined);
  const { latest } = response?.ok ? await response.json() : { latest: version };
  if (latest === version) return;
  const link = document.createElement("a");
  link.href = `${root}/index.html`;
  link.textContent = `Read the newest version, ${latest}`;
  note.append(`This is version ${version}. `, link, ".");
  note.hidden = false;
}
