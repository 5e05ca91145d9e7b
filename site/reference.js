// Draws the reference with Redoc, in the colours of style.css.
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const [text, muted, link, line, raised, good, bad] = ["text", "muted", "link", "line", "raised", "good", "bad"].map(
  colour,
);
const families = { fontFamily: colour("sans"), headings: { fontFamily: colour("sans"), fontWeight: "600" } };
const answer = (name) => ({ color: colour(name), backgroundColor: raised, tabTextColor: colour(`panel-${name}`) });

const theme = {
  colors: {
    primary: { main: link },
    success: { main: good },
    error: { main: bad },
    text: { primary: text, secondary: muted },
    gray: { 50: raised, 100: raised },
    border: { light: line, dark: line },
    responses: { success: answer("good"), error: answer("bad"), redirect: answer("text"), info: answer("text") },
  },
  schema: {
    nestedBackground: raised,
    linesColor: line,
    typeNameColor: muted,
    typeTitleColor: muted,
    requireLabelColor: bad,
    arrow: { color: muted },
  },
  typography: {
    ...families,
    fontSize: "16px",
    lineHeight: "1.6",
    code: { fontFamily: colour("mono"), color: text, backgroundColor: raised },
    links: { color: link, visited: link, hover: text },
  },
  sidebar: { backgroundColor: raised, textColor: text, activeTextColor: link },
  rightPanel: { backgroundColor: colour("panel"), textColor: colour("panel-text") },
  codeBlock: { backgroundColor: colour("panel-code") },
};

const files = ["openapi.json", "openapi.yaml", "openapi-3.1.json", "openapi-3.1.yaml"];
const options = {
  theme,
  scrollYOffset: "body > header",
  downloadUrls: files.map((url) => ({ title: url, url })),
  nativeScrollbars: true,
  showExtensions: ["x-stage", "x-role", "x-clouds"],
};

/** Of an example that has no other beside it, Redoc shows the description and not the summary. */
function described(key, value) {
  const [example, ...others] = key === "examples" ? Object.values(value) : [];
  if (example && others.length === 0) example.description = example.summary;
  return value;
}
const openapi = JSON.parse(document.getElementById("openapi").textContent, described);
// Redoc would save each of the files as openapi.json.
const nameDownloads = () =>
  document.querySelectorAll("a[download]").forEach((download) => (download.download = download.getAttribute("href")));
Redoc.init(openapi, options, document.getElementById("reference"), nameDownloads);

// Redoc computes shades once, so a change of the colour scheme draws all anew.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
