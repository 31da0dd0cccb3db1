/** As large as a pair's photo is ever shown, for screens of three dots a pixel [px]. */
const longestEdge = 1200;

/** A photo as the store keeps it, made small in the browser whatever the phone took. Throws an Error of one clear sentence where it is none that the browser knows. */
export async function shrinkPhoto(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file).catch(() => {
    throw new Error(`${file.name}: this is no photo that the browser knows, or it is damaged. Save it as JPEG or PNG and choose it again.`);
  });
  const share = Math.min(1, longestEdge / Math.max(picture.width, picture.height));
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.max(1, Math.round(share * picture.width)), height: Math.max(1, Math.round(share * picture.height)) });
  const context = canvas.getContext("2d");
  if (context) {
    // What shows through a picture is paper, not night.
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  picture.close();
  const small = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, "image/jpeg", 0.85); });
  if (!small) throw new Error(`${file.name}: the browser could not make it smaller. Choose another photo.`);
  return small;
}
