// The live preview: hears from the server that something was saved and shows it.
"use strict";
{
  const events = new EventSource("/__dev/events");
  let lost = false;
  events.onmessage = () => {
    const frame = document.querySelector("iframe.pdf");
    if (frame instanceof HTMLIFrameElement) {
      const address = new URL(frame.src);
      address.search = `?${Date.now()}`;
      frame.src = address.href;
    } else location.reload();
  };
  events.onerror = () => {
    lost = true;
    document.documentElement.classList.add("preview-lost");
  };
  events.onopen = () => {
    if (lost) location.reload();
  };
}
