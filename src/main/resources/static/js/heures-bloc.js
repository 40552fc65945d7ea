// The grid as a spreadsheet: arrows, blocks, filling down, copying and pasting. It knows fields and texts, no rule.
export class Bloc {
  // modifier(changements): puts [{nom, valeur}] in the fields as one action; renoncer(): gives up what is being typed in a
  // cell; deborde(nombre): how many values stuck out of the grid.
  constructor(table, { modifier, renoncer, deborde }) {
    this.cases = [...table.querySelectorAll('tbody tr[data-rang]')].map(tr =>
      [...tr.querySelectorAll('td')].filter(td => td.matches('.shut') || td.querySelector('input[name^=h_]'))
        .map(td => ({ td, champ: td.querySelector('input'), nom: td.dataset.nom ?? td.querySelector('input').name.slice(2) })))
    this.modifier = modifier
    this.renoncer = renoncer
    this.deborde = deborde
    this.ancre = null
    table.addEventListener('keydown', e => this.touche(e))
    table.addEventListener('copy', e => this.copier(e))
    table.addEventListener('cut', e => { if (this.copier(e)) this.remplir(() => '') })
    table.addEventListener('paste', e => this.coller(e))
    table.addEventListener('focusin', e => {
      const ici = this.place(e.target)
      // Back from the spreadsheet's window: what was chosen is still.
      if (this.ancre && ici && this.ancre.r === ici.r && this.ancre.c === ici.c) return
      if (!ici) this.depart = null
      this.choisir(null, ici)
    })
    table.addEventListener('mousedown', e => {
      const ici = this.place(e.target)
      this.depart = null
      if (ici && e.shiftKey && this.tete) { e.preventDefault(); this.choisir(this.ancre ?? this.tete, ici) }
      else if (ici && this.ancre) this.choisir(null, ici)
    })
    // Who types is in one cell: what erases a letter there must not erase a block.
    table.addEventListener('input', e => { if (this.ancre) this.choisir(null, this.place(e.target)) })
  }

  place(element) {
    const td = element.closest('td')
    for (let r = 0; r < this.cases.length; r++) {
      const c = this.cases[r].findIndex(une => une.td === td)
      if (c >= 0) return { r, c }
    }
    return null
  }

  // A block from one cell to another; without an anchor, the one cell.
  choisir(ancre, tete) {
    for (const une of this.cases.flat()) une.td.classList.remove('chosen')
    this.ancre = ancre
    this.tete = tete
    if (!ancre || !tete) return
    for (const ligne of this.bloc()) for (const une of ligne) une.td.classList.add('chosen')
    this.cases[tete.r][tete.c].td.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  bloc() {
    const a = this.ancre ?? this.tete
    const b = this.tete
    return this.cases.slice(Math.min(a.r, b.r), Math.max(a.r, b.r) + 1)
      .map(ligne => ligne.slice(Math.min(a.c, b.c), Math.max(a.c, b.c) + 1))
  }

  touche(e) {
    const champ = e.target
    const ici = champ.matches?.('input[name^=h_]') && this.place(champ)
    if (!ici) return
    const fleche = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[e.key]
    if (e.ctrlKey || e.metaKey) {
      if (e.key.toLowerCase() === 'd') { e.preventDefault(); this.recopier() }
      return
    }
    // A run of Tabs is left by Enter to under where it began, as in a spreadsheet.
    const depart = this.depart ?? ici.c
    if (fleche) this.depart = null
    if (e.key === 'Tab' && !e.shiftKey) this.depart = depart
    if (fleche && e.shiftKey) {
      const cible = { r: this.tete.r + fleche[0], c: this.tete.c + fleche[1] }
      e.preventDefault()
      if (!this.ancre) champ.select()
      if (this.cases[cible.r]?.[cible.c]) this.choisir(this.ancre ?? ici, cible)
    } else if (fleche && (fleche[0] || this.auBord(champ, fleche[1]))) {
      if (this.aller(ici, fleche)) e.preventDefault()
    } else if (e.key === 'Enter') {
      e.preventDefault()
      this.depart = null
      if (depart !== ici.c && !e.shiftKey) this.revenir(ici.r + 1, depart)
      else this.aller(ici, [e.shiftKey ? -1 : 1, 0])
    } else if (e.key === 'F2') {
      e.preventDefault()
      champ.setSelectionRange(champ.value.length, champ.value.length)
    } else if ((e.key === 'Delete' || e.key === 'Backspace') && this.ancre) {
      e.preventDefault()
      this.remplir(() => '')
    } else if (e.key === 'Escape') {
      if (this.ancre) this.choisir(null, ici)
      else this.renoncer()
    }
  }

  auBord(champ, sens) {
    const tout = champ.selectionStart === 0 && champ.selectionEnd === champ.value.length
    return tout || champ.selectionStart === champ.selectionEnd && champ.selectionStart === (sens < 0 ? 0 : champ.value.length)
  }

  aller({ r, c }, [dr, dc]) {
    for (r += dr, c += dc; this.cases[r]?.[c]; r += dr, c += dc) {
      if (this.entrer(this.cases[r][c])) return true
    }
    return false
  }

  // The first month from there on that takes hours: the next contract may begin later than this one.
  revenir(r, c) {
    for (; this.cases[r]; r++) if (this.cases[r].slice(c).some(une => this.entrer(une))) return
  }

  // Focus alone may leave the cell half under the edge of the window.
  entrer({ champ, td }) {
    champ?.focus()
    champ?.select()
    if (champ) td.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return !!champ
  }

  remplir(valeur) {
    this.modifier(this.bloc().flat().filter(une => une.champ).map(une => ({ nom: une.nom, valeur: valeur(une) })))
  }

  // The first line of the block into the others; of a single cell, the one above into it.
  recopier() {
    const bloc = this.bloc()
    const source = bloc.length > 1 ? bloc[0] : this.cases[Math.min((this.ancre ?? this.tete).r, this.tete.r) - 1]
      ?.slice(Math.min((this.ancre ?? this.tete).c, this.tete.c))
    if (!source) return
    this.modifier((bloc.length > 1 ? bloc.slice(1) : bloc).flatMap(ligne => ligne.map((une, i) => ({ une, de: source[i] })))
      .filter(({ une, de }) => une.champ && de).map(({ une, de }) => ({ nom: une.nom, valeur: texte(de) })))
  }

  // A block, each of its lines ended, or the whole of a cell where none of its text is chosen.
  copier(e) {
    const champ = e.target
    if (!champ.matches?.('input[name^=h_]') || !this.ancre && champ.selectionStart !== champ.selectionEnd) return false
    e.preventDefault()
    const fin = this.ancre ? '\n' : ''
    e.clipboardData.setData('text/plain', this.bloc().map(ligne => ligne.map(texte).join('\t') + fin).join(''))
    return true
  }

  coller(e) {
    const ici = e.target.matches?.('input[name^=h_]') && this.place(e.target)
    const colle = e.clipboardData.getData('text/plain')
    if (!ici || !colle || !this.ancre && !/[\t\n\r]/.test(colle)) return
    e.preventDefault()
    const lignes = colle.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map(ligne => ligne.split('\t'))
    const debut = this.ancre ? { r: Math.min(this.ancre.r, this.tete.r), c: Math.min(this.ancre.c, this.tete.c) } : ici
    const changements = []
    let dehors = 0
    this.repeter(lignes).forEach((ligne, r) => ligne.forEach((valeur, c) => {
      const une = this.cases[debut.r + r]?.[debut.c + c]
      if (une) { if (une.champ || valeur.trim()) changements.push({ nom: une.nom, valeur: valeur.trim() }) }
      else if (valeur.trim()) dehors++
    }))
    this.modifier(changements, true)
    this.deborde(dehors)
  }

  // As often as it fits in the block it is pasted over, where it fits exactly: one value fills it all.
  repeter(lignes) {
    if (!this.ancre) return lignes
    const bloc = this.bloc()
    const [hauteur, largeur] = [lignes.length, Math.max(...lignes.map(ligne => ligne.length))]
    if (bloc.length % hauteur || bloc[0].length % largeur) return lignes
    return bloc.map((rang, r) => rang.map((une, c) => lignes[r % hauteur][c % largeur] ?? ''))
  }
}

function texte(une) {
  return une.champ ? une.champ.value : une.td.firstChild?.nodeType === 3 ? une.td.firstChild.textContent : ''
}
