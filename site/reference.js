// Shows the reference with Redoc, in the colors of style.css.
const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const [text, muted, link, line, raised, good, bad] = ["text", "muted", "link", "line", "raised", "good", "bad"].map(
  color,
);
const families = { fontFamily: color("sans"), headings: { fontFamily: color("sans"), fontWeight: "600" } };
const response = (name) => ({ color: color(name), backgroundColor: raised, tabTextColor: color(`panel-${name}`) });

const theme = {
  colors: {
    primary: { main: link },
    success: { main: good },
    error: { main: bad },
    text: { primary: text, secondary: muted },
    gray: { 50: raised, 100: raised },
    border: { light: line, dark: line },
    responses: {
      success: response("good"),
      error: response("bad"),
      redirect: response("text"),
      info: response("text"),
    },
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
    code: { fontFamily: color("mono"), color: text, backgroundColor: raised },
    links: { color: link, visited: link, hover: text },
  },
  sidebar: { backgroundColor: raised, textColor: text, activeTextColor: link },
  rightPanel: { backgroundColor: color("panel"), textColor: color("panel-text") },
  codeBlock: { backgroundColor: color("panel-code") },
};

const files = ["openapi.json", "openapi.yaml", "openapi-3.1.json", "openapi-3.1.yaml"];
const options = {
  theme,
  scrollYOffset: "body > header",
  downloadUrls: files.map((url) => ({ title: url, url })),
  nativeScrollbars: true,
  showExtensions: ["x-stage", "x-role", "x-clouds"],
};

/** Copies the summary of an example to its description, which is what Redoc shows if there is no other example. */
function described(key, value) {
  const [example, ...others] = key === "examples" ? Object.values(value) : [];
  if (example && others.length === 0) example.description = example.summary;
  return value;
}
const openapi = JSON.parse(document.getElementById("openapi").textContent, described);
// Redoc would name each downloaded file openapi.json.
const nameDownloads = () =>
  document.querySelectorAll("a[download]").forEach((download) => {
    download.download = download.getAttribute("href");
  });
Redoc.init(openapi, options, document.getElementById("reference"), nameDownloads);

// Redoc computes shades once, so a change of the color scheme reloads the page.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
