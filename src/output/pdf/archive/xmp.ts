import type { PdfMetadata } from "../pdf-metadata.ts";

/** The name in Creator and Producer, without a version, so that a new version does not change old issues. */
export const producer = "gongzuo-jianbao";

/** The issue's midnight in PDF and in XMP notation. */
export function issueMoment(date: string): { readonly pdf: string; readonly xmp: string } {
  return { pdf: `D:${date.replaceAll("-", "")}000000+08'00'`, xmp: `${date}T00:00:00+08:00` };
}

/** The metadata packet of a PDF/A-1b file, which must agree with the information dictionary (ISO 19005-1 6.7.3). */
export function xmpPacket(metadata: PdfMetadata): Buffer {
  const moment = issueMoment(metadata.date).xmp;
  const keywords = metadata.keywords.join(", ");
  const packet = `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>1</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(metadata.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escape(metadata.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escape(metadata.subject)}</rdf:li></rdf:Alt></dc:description>
<dc:subject><rdf:Bag>${metadata.keywords.map((word) => `<rdf:li>${escape(word)}</rdf:li>`).join("")}</rdf:Bag></dc:subject>
<dc:language><rdf:Bag><rdf:li>${metadata.language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>${producer}</xmp:CreatorTool>
<xmp:CreateDate>${moment}</xmp:CreateDate>
<xmp:ModifyDate>${moment}</xmp:ModifyDate>
<xmp:MetadataDate>${moment}</xmp:MetadataDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${producer}</pdf:Producer>
<pdf:Keywords>${escape(keywords)}</pdf:Keywords>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
  return Buffer.from(packet, "utf8");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
