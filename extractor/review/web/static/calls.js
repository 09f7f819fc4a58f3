// Ask the server; what it refuses comes back as words for the reviewer.
export class Refused extends Error {
  constructor(message, status, wantsReason = false) {
    super(message);
    this.status = status;
    this.wantsReason = wantsReason;
  }
}

async function read(response) {
  const type = response.headers.get("content-type") ?? "";
  const body = type.includes("json") ? await response.json() : { fout: await response.text() };
  if (response.ok) return body;
  const told = typeof body.fout === "string" ? body.fout : "Dit kan niet worden bewaard.";
  throw new Refused(told, response.status, body.reden === true);
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Refused("Er is geen verbinding met Bronvast. Uw tekst staat er nog; probeer het opnieuw.", 0);
  }
  return read(response);
}

export const get = (path) => ask(path, {});

export const post = (path, body) =>
  ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
