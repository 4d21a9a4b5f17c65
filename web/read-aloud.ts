/** Shows the buttons that read a question out, where the browser can speak. It speaks in the page's language. */
export function offerReading(root: ParentNode): void {
  if (!('speechSynthesis' in globalThis)) return;
  for (const button of root.querySelectorAll<HTMLElement>('[data-read]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      speechSynthesis.cancel();
      const speech = new SpeechSynthesisUtterance(button.dataset['read'] ?? '');
      speech.lang = document.documentElement.lang;
      speechSynthesis.speak(speech);
    });
  }
}
