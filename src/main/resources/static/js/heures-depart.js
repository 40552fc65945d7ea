// Shown after signing out: what was typed and not saved does not stay behind for whoever sits down next.
for (const cle of Object.keys(localStorage)) if (cle.startsWith('suivi-heures:')) localStorage.removeItem(cle)
