// What is typed and not saved yet, kept in the browser under the account and the grid's address, whichever of its pages
// it was typed on, so that it is there again after a session that ended, a network that dropped or a page that was left.
// It holds numbers of contracts and hours, no name; it is forgotten once saved, given up or signed out, and when another
// account opens a grid here.
const PREFIXE = 'suivi-heures:'
const JOURS = 30

export class Brouillon {
  constructor(utilisateur, adresse) {
    this.cle = PREFIXE + utilisateur + ':' + adresse
    for (const autre of this.autres(utilisateur)) localStorage.removeItem(autre)
  }

  autres(utilisateur) {
    return Object.keys(localStorage).filter(c => c.startsWith(PREFIXE) && !c.startsWith(PREFIXE + utilisateur + ':'))
  }

  // champs: what differs from what is stored, by the field's name; ouverts: what the rows held, by the row's field. What was
  // typed in rows that this page does not have stays, with the number of the page it was typed on.
  garder(champs, ouverts, page, form) {
    const avant = this.ailleurs(form)
    const pages = Object.fromEntries(Object.keys(champs).map(nom => [nom, page]))
    for (const nom of avant.noms) {
      champs[nom] = avant.lu.champs[nom]
      pages[nom] = avant.lu.pages?.[nom] ?? 1
      const rang = 'o_' + nom.slice(2).replace(/_[^_]*$/, '')
      ouverts[rang] = avant.lu.ouverts[rang] ?? ''
    }
    if (avant.noms.length) for (const nom of Object.keys(avant.lu.champs)) if (nom.startsWith('j_')) champs[nom] ??= avant.lu.champs[nom]
    // What hours are, validated or declared, is said of all pages.
    if (avant.noms.length && avant.lu.champs.comme) champs.comme ??= avant.lu.champs.comme
    if (!Object.keys(champs).length) return this.oublier()
    try {
      localStorage.setItem(this.cle, JSON.stringify({ moment: Date.now(), champs, ouverts, pages }))
    } catch { /* a browser that keeps nothing still saves */ }
  }

  lire() {
    try {
      const lu = JSON.parse(localStorage.getItem(this.cle))
      if (lu && Date.now() - lu.moment < JOURS * 86400000) return lu
    } catch { /* not ours */ }
    return null
  }

  // The cells of this grid that this page does not have.
  ailleurs(form) {
    const lu = this.lire()
    return { lu, noms: Object.keys(lu?.champs ?? {}).filter(nom => nom.startsWith('h_') && !form.elements['o_' + nom.slice(2).replace(/_[^_]*$/, '')]) }
  }

  oublier() {
    localStorage.removeItem(this.cle)
  }
}
