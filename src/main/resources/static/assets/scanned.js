// What a scanner types. The QR code of a slip holds the address of the tracking page with the dossier's number and its
// secret behind '#': here only the number is wanted, and the secret is neither kept nor sent.

const SLIP = /^https?:\/\/[^\s#]+#([^\s/]+)\/\S+$/i;

/** The number on a slip whose code was scanned; any other text as it is. */
export function scanned(text) {
  const slip = SLIP.exec(text);
  return slip ? slip[1] : text;
}
