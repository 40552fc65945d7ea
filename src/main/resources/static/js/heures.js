// The hours grid. The server alone knows what a number is and what a month allows: this asks it (/heures/verification,
// which writes nothing), shows what it says next to the cells, keeps a draft, and sends the form that also works without.
const CLASSES = ['cell-apart', 'cell-full', 'cell-over', 'cell-new', 'cell-changed', 'cell-warned', 'cell-refused']
// A server that has not answered after so many milliseconds will not.
const PATIENCE = 60000

if (document.getElementById('heures')) start()

async function start() {
  const form = document.getElementById('heures')
  const { Brouillon } = await import(form.dataset.brouillon)
  const { Bloc } = await import(form.dataset.bloc)
  return new Grille(form, Brouillon, Bloc)
}

class Grille {
  constructor(form, Brouillon, Bloc) {
    this.form = form
    this.table = form.querySelector('table')
    this.champs = new Map([...form.querySelectorAll('input[name^=h_]')].map(c => [c.name.slice(2), c]))
    this.juges = new Map()
    this.refusees = new Map()
    this.actions = []
    this.brouillon = new Brouillon(form.dataset.utilisateur, form.dataset.grille)
    this.bloc = new Bloc(this.table, {
      modifier: (changements, colle) => this.modifier(changements, colle),
      renoncer: () => this.renoncer(),
      deborde: nombre => { this.dehors = nombre }
    })
    for (const cache of document.querySelectorAll('.with-script, .shortcut')) cache.hidden = false
    for (const montre of document.querySelectorAll('.without-script')) montre.hidden = true
    this.annulation = document.getElementById('annuler')
    if (this.annulation) this.annulation.hidden = false
    this.annulation?.addEventListener('click', () => this.annuler())
    this.table.addEventListener('focusin', e => { if (e.target.name?.startsWith('h_')) this.avant = e.target.value })
    this.table.addEventListener('change', e => this.noter(e.target))
    this.form.addEventListener('input', () => { this.colle = false; this.change() })
    this.form.addEventListener('submit', e => { e.preventDefault(); this.enregistrer(e.submitter) })
    // Nothing is sent: what was typed here stays in the draft, refused or not.
    this.form.addEventListener('click', e => {
      const page = e.target.closest('button[name=vers]')?.value
      if (!page) return
      e.preventDefault()
      this.garder()
      location.href = this.form.dataset.grille + (page > 1 ? '&page=' + page : '')
    })
    document.onkeydown = e => this.raccourci(e)
    // The network is back: what it hid is asked for again.
    window.ononline = () => {
      if (document.getElementById('liaison-lien').hidden) document.getElementById('liaison').hidden = true
      if (this.form.isConnected) this.verifier()
    }
    document.getElementById('brouillon-oublier')?.addEventListener('click', () => this.abandonner())
    if (this.form.querySelector('.remarks')) this.serveur = true
    this.restaurer()
    this.verifier()
  }

  // Typed and not stored yet.
  changees() {
    return [...this.champs].filter(([, champ]) => champ.value.trim() !== (champ.dataset.v ?? ''))
  }

  // A closed year is read: it has nothing to save or to undo, and no button for it.
  raccourci(e) {
    if (!(e.ctrlKey || e.metaKey) || e.altKey || !this.form.isConnected) return
    const touche = e.key.toLowerCase()
    if (touche === 's') { e.preventDefault(); if (this.annulation) this.form.requestSubmit() }
    if (touche === 'z' && !e.shiftKey && this.annulation && (e.target === document.body || e.target.name?.startsWith('h_'))) { e.preventDefault(); this.annuler() }
  }

  // The cell that has the focus, where what is typed in it is not an action yet.
  enSaisie() {
    const champ = document.activeElement
    return champ?.name?.startsWith('h_') && this.avant !== undefined && champ.value !== this.avant ? champ : null
  }

  noter(champ) {
    if (!champ?.name?.startsWith('h_') || this.avant === undefined || champ.value === this.avant) return
    this.retenir([{ nom: champ.name.slice(2), avant: this.avant }])
    this.avant = champ.value
  }

  modifier(changements, colle) {
    const faits = []
    this.noter(document.activeElement)
    this.refusees.clear()
    this.dehors = 0
    for (const { nom, valeur } of changements) {
      const champ = this.champs.get(nom)
      if (!champ) { this.refusees.set(nom, valeur); continue }
      if (champ.value === valeur) continue
      faits.push({ nom, avant: champ.value })
      champ.value = valeur
    }
    this.colle = colle
    if (faits.length || this.refusees.size) this.retenir(faits)
    this.reposer()
  }

  // The cell that has the focus holds what it shows, whole: what is typed next replaces it.
  reposer() {
    const champ = document.activeElement
    this.avant = champ?.value
    if (champ?.name?.startsWith('h_')) champ.select()
    this.change()
  }

  renoncer() {
    const champ = this.enSaisie()
    if (!champ) return false
    champ.value = this.avant
    this.reposer()
    return true
  }

  retenir(faits) {
    this.actions.push(faits)
    if (this.annulation) this.annulation.disabled = false
  }

  annuler() {
    if (this.renoncer()) return
    for (const { nom, avant } of this.actions.pop() ?? []) this.champs.get(nom).value = avant
    this.refusees.clear()
    this.dehors = 0
    this.annulation.disabled = !this.actions.length
    this.reposer()
  }

  change() {
    this.garder()
    clearTimeout(this.attente)
    this.attente = setTimeout(() => this.verifier(), 180)
  }

  garder() {
    const changees = this.changees()
    const ouverts = {}
    for (const [nom] of changees) {
      const rang = 'o_' + nom.replace(/_[^_]*$/, '')
      ouverts[rang] = this.form.elements[rang].value
    }
    const champs = Object.fromEntries(changees.map(([nom, champ]) => ['h_' + nom, champ.value]))
    if (changees.length) {
      for (const champ of this.form.querySelectorAll('input[name^=j_]')) champs[champ.name] = champ.value
      champs.comme = this.form.elements.comme.value
    }
    this.brouillon.garder(champs, ouverts, Number(this.form.dataset.page), this.form)
  }

  // Typed on another page of this grid and not saved: it is kept, and said.
  annoncer() {
    const { lu, noms } = this.brouillon.ailleurs(this.form)
    document.getElementById('ailleurs').hidden = !noms.length
    if (!noms.length) return
    const page = lu.pages?.[noms[0]] ?? 1
    document.getElementById('ailleurs-phrase').textContent =
      (noms.length === 1 ? 'Une case n’est pas enregistrée' : noms.length + ' cases ne sont pas enregistrées')
      + ' sur une autre page de cette grille (page ' + page + '). Votre saisie y est gardée.'
    document.getElementById('ailleurs-lien').href = this.form.dataset.grille + (page > 1 ? '&page=' + page : '')
  }

  restaurer() {
    const garde = this.brouillon.lire()
    if (!garde) return
    if (garde.champs.comme && this.form.elements.comme) this.form.elements.comme.value = garde.champs.comme
    this.annoncer()
    let nombre = 0
    this.motifs = {}
    for (const [nom, valeur] of Object.entries(garde.champs)) {
      if (nom.startsWith('j_')) this.motifs[nom] = valeur
      const champ = this.form.elements[nom]
      if (!nom.startsWith('h_') || champ?.value === valeur) continue
      // A month that took hours when they were typed and takes none now: they are shown there, refused, with the reason.
      if (!champ && !this.form.elements['o_' + nom.slice(2).replace(/_[^_]*$/, '')]) continue
      if (champ) champ.value = valeur
      else if (valeur.trim()) this.refusees.set(nom.slice(2), valeur)
      nombre++
    }
    // What the rows held when it was typed, so that what someone did since is told and not overwritten.
    if (nombre) for (const [nom, valeur] of Object.entries(garde.ouverts)) if (this.form.elements[nom]) this.form.elements[nom].value = valeur
    if (!nombre) return
    document.getElementById('brouillon').hidden = false
    document.getElementById('brouillon-phrase').textContent =
      (nombre === 1 ? 'Une case n’était pas enregistrée' : nombre + ' cases n’étaient pas enregistrées') + ' quand vous avez quitté cette page.'
  }

  abandonner() {
    this.brouillon.garder({}, {}, 0, this.form)
    location.reload()
  }

  donnees() {
    const donnees = new FormData(this.form)
    const changees = new Set(this.changees().map(([nom]) => 'h_' + nom))
    for (const nom of [...donnees.keys()]) if (nom.startsWith('h_') && !changees.has(nom)) donnees.delete(nom)
    const rangs = new Set([...changees, ...[...this.refusees.keys()].map(nom => 'h_' + nom)].map(nom => 'o_' + nom.slice(2).replace(/_[^_]*$/, '')))
    for (const nom of [...donnees.keys()]) if (nom.startsWith('o_') && !rangs.has(nom)) donnees.delete(nom)
    return new URLSearchParams(donnees)
  }

  // Null where the answer is not ours to read: the session has ended, or the network is down. It is said, nothing is lost.
  async demander(adresse, corps) {
    try {
      const reponse = await fetch(adresse, { method: 'POST', body: corps, credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE) })
      const texte = await reponse.text()
      const ailleurs = reponse.redirected && new URL(reponse.url).pathname === this.form.dataset.connexion
      if (ailleurs || reponse.status === 403 || reponse.status === 401) {
        this.liaison('Votre session a pris fin. Votre saisie est gardée sur cet ordinateur : reconnectez-vous pour la retrouver ici.', true)
        return null
      }
      document.getElementById('liaison').hidden = true
      return { ok: reponse.ok, statut: reponse.status, texte }
    } catch {
      this.liaison('Le réseau ne répond pas. Votre saisie est gardée sur cet ordinateur ; enregistrez de nouveau dans un instant.', false)
      return null
    }
  }

  liaison(phrase, session) {
    document.getElementById('liaison-phrase').textContent = phrase
    document.getElementById('liaison-lien').hidden = !session
    document.getElementById('liaison-lien').href = this.form.dataset.adresse
    document.getElementById('liaison').hidden = false
  }

  async verifier() {
    const corps = this.donnees()
    for (const [nom, valeur] of this.refusees) corps.set('h_' + nom, valeur)
    if (![...corps.keys()].some(nom => nom.startsWith('h_'))) { this.juges.clear(); return this.montrer() }
    const tour = this.tour = (this.tour ?? 0) + 1
    const reponse = await this.demander(this.form.dataset.verification, corps)
    if (tour !== this.tour || !reponse?.ok) return
    this.juges = new Map(JSON.parse(reponse.texte).cellules.map(c => [c.cle, c]))
    this.montrer()
  }

  montrer() {
    const rangs = new Map()
    for (const [nom, champ] of this.champs) {
      const juge = this.juges.get(nom)
      const change = juge && juge.niveau !== 'inchangee'
      const td = champ.closest('td')
      td.classList.remove(...CLASSES)
      const classe = !change ? td.dataset.repos ?? ''
        : { refusee: 'cell-refused', justifier: 'cell-refused', conflit: 'cell-refused', alerte: 'cell-warned' }[juge.niveau]
          ?? (champ.dataset.v ? 'cell-changed' : 'cell-new')
      if (classe) td.classList.add(classe)
      td.dataset.avant = change ? (champ.dataset.v || 'nouveau') + (champ.dataset.v ? ' →' : '') : ''
      const grave = change && juge.phrase && ['refusee', 'justifier', 'conflit'].includes(juge.niveau)
      champ.toggleAttribute('aria-invalid', false)
      if (grave) champ.setAttribute('aria-invalid', 'true')
      if (change && juge.phrase) champ.setAttribute('aria-describedby', 'e_' + nom)
      else if (td.querySelector('.mark')) champ.setAttribute('aria-describedby', 'x_' + nom)
      else champ.removeAttribute('aria-describedby')
      if (change && juge.phrase) dire(rangs, nom, juge, grave)
    }
    this.signaler(rangs)
    if (!(this.serveur && this.form.querySelector('.keep'))) this.remarques(rangs)
    this.sommes()
    this.resume()
  }

  // What fell on a month that takes no hours stays there to be seen, with the reason, until the next action.
  signaler(rangs) {
    for (const td of this.table.querySelectorAll('td.shut.cell-refused')) {
      td.classList.remove('cell-refused')
      td.querySelector('.pasted').remove()
    }
    for (const [nom, valeur] of this.refusees) {
      const td = this.table.querySelector(`td[data-nom="${nom}"]`)
      const juge = this.juges.get(nom)
      if (!td || !juge?.phrase) continue
      td.classList.add('cell-refused')
      const note = td.appendChild(document.createElement('span'))
      Object.assign(note, { className: 'mark pasted', title: juge.phrase, textContent: (valeur.length > 9 ? valeur.slice(0, 8) + '…' : valeur) + ' refusée' })
      const lue = note.appendChild(document.createElement('span'))
      Object.assign(lue, { className: 'visually-hidden', textContent: '. ' + juge.phrase })
      dire(rangs, nom, juge, true)
    }
  }

  // Right under its row, as the server does it without a script.
  remarques(rangs) {
    const motifs = { ...this.motifs }
    for (const champ of this.form.querySelectorAll('input[name^=j_]')) motifs[champ.name] = champ.value
    const actif = document.activeElement?.id
    const position = document.activeElement?.selectionStart
    for (const ancien of this.table.querySelectorAll('tr.remarks')) ancien.remove()
    const demandes = new Set()
    for (const [rang, dites] of rangs) {
      const tr = this.table.querySelector(`tr[data-rang="${rang}"]`)
      const ligne = tr.parentNode.insertBefore(document.createElement('tr'), tr.nextSibling)
      ligne.className = 'remarks'
      const td = ligne.appendChild(document.createElement('td'))
      td.colSpan = tr.cells.length
      const liste = td.appendChild(document.createElement('ul'))
      for (const { nom, juge, grave } of dites) {
        const li = liste.appendChild(document.createElement('li'))
        li.className = grave ? 'remark-bad' : 'remark-warn'
        const p = li.appendChild(document.createElement('p'))
        p.id = 'e_' + nom
        p.tabIndex = -1
        const qui = p.appendChild(document.createElement('strong'))
        qui.textContent = tr.querySelector('th a').textContent + ', ' + this.mois(nom)
        p.append('\u00a0: ' + juge.phrase)
        if (juge.justification && !demandes.has(juge.justification)) {
          demandes.add(juge.justification)
          const raison = li.appendChild(document.createElement('p'))
          raison.className = 'reason'
          const label = raison.appendChild(document.createElement('label'))
          label.htmlFor = juge.justification
          label.textContent = 'Justification'
          const champ = raison.appendChild(document.createElement('input'))
          Object.assign(champ, { type: 'text', className: 'form-control', maxLength: 500, id: juge.justification, name: juge.justification, value: motifs[juge.justification] ?? juge.motif })
        }
      }
    }
    const encore = actif && document.getElementById(actif)
    if (encore && encore !== document.activeElement) { encore.focus(); if (position != null) encore.setSelectionRange(position, position) }
  }

  mois(nom) {
    return document.getElementById('m' + nom.slice(nom.lastIndexOf('_') + 1)).abbr
  }

  // Sums of what the server read, in whole hundredths.
  sommes() {
    const parMois = new Map()
    const parLot = new Map()
    let general = 0
    for (const tr of this.table.querySelectorAll('tr[data-rang]')) {
      let total = 0
      for (const case_ of tr.querySelectorAll('[data-c]')) {
        const nom = case_.dataset.nom ?? case_.name.slice(2)
        const juge = case_.name && this.juges.get(nom)
        const change = juge && juge.niveau !== 'inchangee'
        const stockee = Number(case_.dataset.c)
        const valeur = change ? juge.centiemes ?? 0 : stockee
        total += valeur
        if (!change) continue
        const mois = 'm' + nom.slice(nom.lastIndexOf('_') + 1)
        parMois.set(mois, (parMois.get(mois) ?? 0) + valeur - stockee)
        parLot.set(tr.dataset.lot, (parLot.get(tr.dataset.lot) ?? 0) + (juge.comptee ? valeur : 0) - Number(case_.dataset.k))
        general += valeur - stockee
      }
      tr.querySelector('[data-role=total]').textContent = heures(total)
    }
    // The totals are of the rows of all pages: what is stored there, and what is typed here.
    for (const td of this.table.querySelectorAll('[data-mois]')) td.textContent = heures(Number(td.dataset.base) + (parMois.get(td.dataset.mois) ?? 0))
    const somme = this.table.querySelector('[data-role=general]')
    somme.textContent = heures(Number(somme.dataset.base) + general)
    for (const jauge of document.querySelectorAll('.gauge-line')) {
      const fait = Number(jauge.dataset.fait) + (parLot.get(jauge.dataset.lot) ?? 0)
      const objectif = Number(jauge.dataset.objectif)
      jauge.querySelector('[data-role=fait]').textContent = heures(fait) || '0'
      if (!objectif) continue
      jauge.querySelector('[data-role=taux]').textContent = Math.round(fait * 100 / objectif) + '\u202f%'
      jauge.querySelector('[data-role=barre]').setAttribute('width', Math.max(0, Math.min(100, fait * 100 / objectif)))
    }
  }

  resume() {
    const compte = Object.fromEntries(CLASSES.map(classe => [classe, this.table.querySelectorAll('td.' + classe + ':not(.shut)').length]))
    const refusees = this.table.querySelectorAll('td.shut.cell-refused').length
    const dites = []
    if (compte['cell-new']) dites.push(pluriel(compte['cell-new'], 'nouvelle valeur', 'nouvelles valeurs') + ' (vert)')
    if (compte['cell-changed']) dites.push(pluriel(compte['cell-changed'], 'valeur modifiée', 'valeurs modifiées') + ' (jaune, avant → après)')
    if (compte['cell-warned']) dites.push(pluriel(compte['cell-warned'], 'valeur avec une remarque', 'valeurs avec une remarque'))
    if (compte['cell-refused']) dites.push(pluriel(compte['cell-refused'], 'valeur à corriger ou à justifier', 'valeurs à corriger ou à justifier') + ' (rouge)')
    if (refusees) dites.push(pluriel(refusees, 'valeur refusée', 'valeurs refusées') + ' hors contrat, non reprise' + (refusees > 1 ? 's' : '') + ' (rouge)')
    if (this.dehors) dites.push(pluriel(this.dehors, 'valeur hors de la grille, non reprise', 'valeurs hors de la grille, non reprises'))
    document.getElementById('nouvelles').textContent = dites.length
      ? (this.colle ? 'Collage depuis un tableur\u00a0: ' : 'À enregistrer\u00a0: ') + dites.join(', ') + '. Rien n’est enregistré avant «\u00a0Enregistrer\u00a0».' : ''
  }

  async enregistrer() {
    if (this.enCours) return
    clearTimeout(this.attente)
    this.garder()
    this.enCours = true
    const bouton = document.getElementById('enregistrer')
    bouton?.setAttribute('aria-disabled', 'true')
    try {
      const envoyees = new Map([...this.champs].map(([nom, champ]) => [nom, champ.value]))
      const reponse = await this.demander(this.form.dataset.adresse, this.donnees())
      if (reponse) await this.remplacer(reponse, envoyees)
    } finally {
      this.enCours = false
      bouton?.removeAttribute('aria-disabled')
    }
  }

  // The server's page in place of this one: saved, or with what was refused and everything typed.
  async remplacer(reponse, envoyees) {
    const recu = new DOMParser().parseFromString(reponse.texte, 'text/html')
    const main = recu.querySelector('main')
    if (!recu.getElementById('heures')) return this.liaison('Le serveur n’a pas pu répondre (' + reponse.statut + '). Votre saisie est gardée.', false)
    if (reponse.ok) this.brouillon.garder({}, {}, 0, this.form)
    // Who types fast is a cell further than what was sent: that stays, to be saved next.
    const depuis = [...this.champs].filter(([nom, champ]) => champ.value !== envoyees.get(nom)).map(([nom, champ]) => ({ nom, valeur: champ.value }))
    const { name, id } = document.activeElement
    // A reason that was asked for is asked no more: its cell is still there.
    const cellule = document.activeElement.closest('.remarks li')?.querySelector('p[id^=e_]')?.id.replace('e_', 'h_')
    main.querySelector('.gauges details')?.toggleAttribute('open', document.querySelector('.gauges details')?.open ?? false)
    for (const message of document.querySelectorAll('.flashes')) message.remove()
    const flash = recu.querySelector('.flashes')
    document.querySelector('main').replaceWith(main)
    if (flash) main.before(flash)
    const grille = await start()
    const refus = document.getElementById('refus')
    const champ = (id ? document.getElementById(id) : grille.form.elements[name]) ?? (cellule && grille.form.elements[cellule])
    if (refus) refus.focus()
    else champ?.focus?.()
    if (depuis.length) grille.modifier(depuis)
    else if (!refus) champ?.select?.()
    if (depuis.some(({ nom }) => 'h_' + nom === name)) champ.setSelectionRange(champ.value.length, champ.value.length)
  }
}

function dire(rangs, nom, juge, grave) {
  const rang = nom.replace(/_[^_]*$/, '')
  rangs.set(rang, [...(rangs.get(rang) ?? []), { nom, juge, grave }])
}

function pluriel(nombre, un, plusieurs) {
  return nombre + '\u00a0' + (nombre > 1 ? plusieurs : un)
}

// Half-up to the hour, thousands apart; nothing for nothing.
function heures(centiemes) {
  return centiemes ? String(Math.floor((centiemes + 50) / 100)).replace(/\B(?=(\d{3})+$)/g, '\u202f') : ''
}
