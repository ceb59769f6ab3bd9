// Filters the cards by the code of their finding. The page reads the same without it.
for (const bar of document.querySelectorAll(".filters")) {
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const chosen = event.target.closest("button");
    if (!chosen) return;
    for (const button of bar.querySelectorAll("button")) button.setAttribute("aria-pressed", String(button === chosen));
    for (const card of bar.parentElement.querySelectorAll(".card"))
      card.hidden = chosen.dataset.code !== "" && card.dataset.code !== chosen.dataset.code;
  });
}
