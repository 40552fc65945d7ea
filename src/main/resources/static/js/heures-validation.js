// Ticks all lines of the page at once, and says how many are ticked; without a script each is ticked by hand. A search
// changes the lines under it: everything is looked up when it is needed.
const boxes = () => [...document.querySelectorAll('input[name=choix]')]

function count () {
  const tout = document.getElementById('tout')
  const coches = document.getElementById('coches')
  if (!tout || !coches) return
  const cases = boxes()
  const n = cases.filter(c => c.checked).length
  coches.dataset.debut ??= coches.textContent
  tout.hidden = false
  tout.textContent = n < cases.length ? 'Tout cocher sur cette page' : 'Tout décocher'
  coches.textContent = n === 0 ? coches.dataset.debut : n === 1 ? 'Un relevé coché.' : n + ' relevés cochés.'
}

document.addEventListener('click', e => {
  if (e.target.id !== 'tout') return
  const cocher = boxes().some(c => !c.checked)
  for (const c of boxes()) c.checked = cocher
  count()
})
document.addEventListener('change', e => { if (e.target.name === 'choix') count() })

// Who writes why hours are rejected rejects them by Enter too, though the form's first button validates.
document.addEventListener('keydown', e => {
  const rejeter = document.querySelector('button[value=REJETEE]')
  if (e.key !== 'Enter' || e.target.id !== 'motif' || !rejeter || !e.target.value.trim()) return
  e.preventDefault()
  rejeter.click()
})

document.addEventListener('htmx:afterSwap', count)
// A page shown again by "back" has its boxes ticked after this script ran.
addEventListener('pageshow', count)
count()
