// Ticks all lines at once; without a script each is ticked by hand.
const tout = document.getElementById('tout')
if (tout) {
  tout.hidden = false
  tout.addEventListener('click', () => {
    const cases = [...document.querySelectorAll('input[name=choix]')]
    const cocher = cases.some(c => !c.checked)
    for (const c of cases) c.checked = cocher
    tout.textContent = cocher ? 'Tout décocher' : 'Tout cocher'
  })
}
