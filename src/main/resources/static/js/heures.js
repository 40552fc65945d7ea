// The hours grid. The server alone knows what a number is and what a month allows: this asks it (/heures/verification,
// which writes nothing), shows what it says next to the cells, keeps a draft, and sends the form that also works without.
const CLASSES = ['cell-apart', 'cell-full', 'cell-over', 'cell-new', 'cell-changed', 'cell-warned', 'cell-refused']

if (document.getElementById('heures')) start()

async function start() {
  const form = document.getElementById('heures')
  const { Brouillon } = await import(form.dataset.brouillon)
  const { Bloc } = await import(form.dataset.bloc)
  new Grille(form, Brouillon, Bloc)
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
      deborde: nombre => { this.dehors = nombre }
    })
    for (const cache of document.querySelectorAll('.with-script, .shortcut')) cache.hidden = false
    for (const montre of document.querySelectorAll('.without-script')) montre.hidden = true
    this.annulation = document.getElementById('annuler')
    if (this.annulation) this.annulation.hidden = false
    this.annulation?.addEventListener('click', () => this.annuler())
    this.table.addEventListener('focusin', e => { if (e.target.name?.startsWith('h_')) this.avant = e.target.value })
    this.table.addEventListener('change', e => {
      if (!e.target.name?.startsWith('h_')) return
      this.retenir([{ nom: e.target.name.slice(2), avant: this.avant ?? '' }])
      this.avant = e.target.value
    })
    this.form.addEventListener('input', () => this.change())
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
    document.getElementById('brouillon-oublier')?.addEventListener('click', () => this.abandonner())
    if (this.form.querySelector('.remarks')) this.serveur = true
    this.restaurer()
    this.verifier()
  }

  // Typed and not stored yet.
  changees() {
    return [...this.champs].filter(([, champ]) => champ.value.trim() !== (champ.dataset.v ?? ''))
  }

  raccourci(e) {
    if (!(e.ctrlKey || e.metaKey) || !this.form.isConnected) return
    const touche = e.key.toLowerCase()
    if (touche === 's') { e.preventDefault(); this.form.requestSubmit() }
    if (touche === 'z' && !e.shiftKey && (e.target === document.body || e.target.name?.startsWith('h_'))) { e.preventDefault(); this.annuler() }
  }

  modifier(changements, colle) {
    const faits = []
    this.refusees.clear()
    for (const { nom, valeur } of changements) {
      const champ = this.champs.get(nom)
      if (!champ) { this.refusees.set(nom, valeur); continue }
      if (champ.value === valeur) continue
      faits.push({ nom, avant: champ.value })
      champ.value = valeur
    }
    this.colle = colle
    this.avant = document.activeElement?.value
    if (faits.length) this.retenir(faits)
    this.change()
  }

  retenir(faits) {
    this.actions.push(faits)
    if (this.annulation) this.annulation.disabled = false
  }

  annuler() {
    const champ = document.activeElement
    if (champ?.name?.startsWith('h_') && this.avant !== undefined && champ.value !== this.avant) champ.value = this.avant
    else for (const { nom, avant } of this.actions.pop() ?? []) this.champs.get(nom).value = avant
    this.avant = champ?.value
    this.refusees.clear()
    this.dehors = 0
    this.annulation.disabled = !this.actions.length
    this.change()
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
    if (garde.champs.comme) this.form.elements.comme.value = garde.champs.comme
    this.annoncer()
    let nombre = 0
    this.motifs = {}
    for (const [nom, valeur] of Object.entries(garde.champs)) {
      if (nom.startsWith('j_')) this.motifs[nom] = valeur
      const champ = this.form.elements[nom]
      if (!champ || !nom.startsWith('h_') || champ.value === valeur) continue
      champ.value = valeur
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
    const rangs = new Set([...changees].map(nom => 'o_' + nom.slice(2).replace(/_[^_]*$/, '')))
    for (const nom of [...donnees.keys()]) if (nom.startsWith('o_') && !rangs.has(nom)) donnees.delete(nom)
    return new URLSearchParams(donnees)
  }

  // Null where the answer is not ours to read: the session has ended, or the network is down. It is said, nothing is lost.
  async demander(adresse, corps) {
    try {
      const reponse = await fetch(adresse, { method: 'POST', body: corps, credentials: 'same-origin' })
      const ailleurs = reponse.redirected && new URL(reponse.url).pathname === this.form.dataset.connexion
      if (ailleurs || reponse.status === 403 || reponse.status === 401) {
        this.liaison('Votre session a pris fin. Votre saisie est gardée sur cet ordinateur : reconnectez-vous pour la retrouver ici.', true)
        return null
      }
      document.getElementById('liaison').hidden = true
      return reponse
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
    this.juges = new Map((await reponse.json()).cellules.map(c => [c.cle, c]))
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
    for (const [nom] of this.refusees) { const juge = this.juges.get(nom); if (juge?.phrase) dire(rangs, nom, juge, true) }
    if (!(this.serveur && this.form.querySelector('.keep'))) this.remarques(rangs)
    this.sommes()
    this.resume()
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
    const compte = Object.fromEntries(CLASSES.map(classe => [classe, this.table.querySelectorAll('td.' + classe).length]))
    const refusees = [...this.refusees.keys()].filter(nom => this.juges.get(nom)?.phrase).length
    const dites = []
    if (compte['cell-new']) dites.push(pluriel(compte['cell-new'], 'nouvelle valeur', 'nouvelles valeurs') + ' (vert)')
    if (compte['cell-changed']) dites.push(pluriel(compte['cell-changed'], 'modifiée', 'modifiées') + ' (jaune, avant → après)')
    if (compte['cell-warned']) dites.push(pluriel(compte['cell-warned'], 'avec une remarque', 'avec une remarque'))
    if (compte['cell-refused']) dites.push(pluriel(compte['cell-refused'], 'à corriger ou à justifier', 'à corriger ou à justifier') + ' (rouge)')
    if (refusees) dites.push(pluriel(refusees, 'refusée', 'refusées') + ' hors contrat, non reprise' + (refusees > 1 ? 's' : ''))
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
      const reponse = await this.demander(this.form.dataset.adresse, this.donnees())
      if (reponse) await this.remplacer(reponse)
    } finally {
      this.enCours = false
      bouton?.removeAttribute('aria-disabled')
    }
  }

  // The server's page in place of this one: saved, or with what was refused and everything typed.
  async remplacer(reponse) {
    const recu = new DOMParser().parseFromString(await reponse.text(), 'text/html')
    const main = recu.querySelector('main')
    if (!recu.getElementById('heures')) return this.liaison('Le serveur n’a pas pu répondre (' + reponse.status + '). Votre saisie est gardée.', false)
    if (reponse.ok) this.brouillon.garder({}, {}, 0, this.form)
    const actif = document.activeElement?.name
    for (const message of document.querySelectorAll('.flashes')) message.remove()
    const flash = recu.querySelector('.flashes')
    document.querySelector('main').replaceWith(main)
    if (flash) main.before(flash)
    const refus = document.getElementById('refus')
    if (refus) refus.focus()
    else document.getElementById('heures').elements[actif]?.focus?.()
    await start()
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
