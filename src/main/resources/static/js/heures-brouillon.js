// What is typed and not saved yet, kept in the browser under the account and the page's address, so that it is there
// again after a session that ended, a network that dropped or a page that was left. It holds numbers of contracts and
// hours, no name; it is forgotten once saved, given up or signed out, and when another account opens a grid here.
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

  // champs: what differs from what is stored, by the field's name; ouverts: what the rows held, by the row's field.
  garder(champs, ouverts) {
    if (!Object.keys(champs).length) return this.oublier()
    try {
      localStorage.setItem(this.cle, JSON.stringify({ moment: Date.now(), champs, ouverts }))
    } catch { /* a browser that keeps nothing still saves */ }
  }

  lire() {
    try {
      const lu = JSON.parse(localStorage.getItem(this.cle))
      if (lu && Date.now() - lu.moment < JOURS * 86400000) return lu
    } catch { /* not ours */ }
    return null
  }

  oublier() {
    localStorage.removeItem(this.cle)
  }
}
