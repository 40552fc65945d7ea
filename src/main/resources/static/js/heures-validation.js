// Ticks all lines of the page at once, and says how many are ticked; without a script each is ticked by hand.
const tout = document.getElementById('tout')
const cases = [...document.querySelectorAll('input[name=choix]')]
const coches = document.getElementById('coches')
const debut = coches ? coches.textContent : ''

function count () {
  const n = cases.filter(c => c.checked).length
  tout.textContent = n < cases.length ? 'Tout cocher sur cette page' : 'Tout décocher'
  coches.textContent = n === 0 ? debut : n === 1 ? 'Un relevé coché.' : n + ' relevés cochés.'
}

// Who writes why hours are rejected rejects them by Enter too, though the form's first button validates.
const rejeter = document.querySelector('button[value=REJETEE]')
document.getElementById('motif')?.addEventListener('keydown', e => {
  if (e.key !== 'Enter' || !rejeter || !e.target.value.trim()) return
  e.preventDefault()
  rejeter.click()
})

if (tout && coches) {
  tout.hidden = false
  tout.addEventListener('click', () => {
    const cocher = cases.some(c => !c.checked)
    for (const c of cases) c.checked = cocher
    count()
  })
  for (const c of cases) c.addEventListener('change', count)
  // A page shown again by "back" has its boxes ticked after this script ran.
  addEventListener('pageshow', count)
  count()
}
