// A button data-copie="#id" copies the text of an element; without this script the text is selected by hand.
for (const bouton of document.querySelectorAll('[data-copie]')) {
  const texte = document.querySelector(bouton.dataset.copie);
  const dit = bouton.nextElementSibling;
  bouton.hidden = !navigator.clipboard;
  bouton.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(texte.textContent);
      dit.textContent = 'Copié.';
    } catch {
      getSelection().selectAllChildren(texte);
      dit.textContent = 'Le navigateur ne permet pas de copier : le texte est sélectionné, copiez-le vous-même.';
    }
  });
}
