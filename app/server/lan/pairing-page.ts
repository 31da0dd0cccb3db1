/** The door a code opens: one button, so that a link that is merely looked at pairs nothing. */
export function pairingPage(code: string, name: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Pair with Footfall</title>
  </head>
  <body>
    <main>
      <h1>Pair this phone with Footfall</h1>
      <p>It can then read and write your back-pain diary on your computer over this network, until you end it in Footfall’s settings.</p>
      <form method="post" action="/pair">
        <input type="hidden" name="code" value="${escaped(code)}" />
        <p><label>Call it <input name="name" maxlength="60" value="${escaped(name)}" /></label></p>
        <p><button type="submit">Pair this phone</button></p>
      </form>
    </main>
  </body>
</html>
`;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
