for (const button of $$("[data-copy]")) button.addEventListener("click", () => copy(button.dataset.copy, button));
speak(firstLanguage());
