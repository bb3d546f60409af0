// The live preview: hears from the server that something was saved and shows it.
"use strict";
{
  // What was saved while this page was made or loaded is told at once.
  const seen = document.currentScript?.dataset.state ?? "";
  const events = new EventSource(`/__dev/events?seen=${seen}`);
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

  // 核数 stays as it was chosen, from page to page and from one saving to the next.
  const choice = document.getElementById("preview-numbers");
  if (choice instanceof HTMLInputElement) {
    const show = () => document.documentElement.classList.toggle("show-numbers", choice.checked);
    choice.checked = localStorage.getItem("preview-numbers") === "on";
    choice.addEventListener("change", () => {
      localStorage.setItem("preview-numbers", choice.checked ? "on" : "off");
      show();
    });
    show();
  }
}
