package fr.suiviclauses.controle;

import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.LigneClause;
import fr.suiviclauses.bilan.chiffres.LigneDonneurOrdre;
import fr.suiviclauses.bilan.chiffres.LigneEffectif;
import fr.suiviclauses.bilan.chiffres.LigneFamille;
import fr.suiviclauses.bilan.chiffres.LigneGroupe;
import fr.suiviclauses.bilan.chiffres.LigneModalite;
import fr.suiviclauses.bilan.chiffres.LigneType;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.NombreAffiche;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares the lines of a bilan with its totals, where the lines must make the total. */
final class Totaux {

    private final Bilan bilan;
    private final List<Constat> ecarts = new ArrayList<>();

    private Totaux(Bilan bilan) {
        this.bilan = bilan;
    }

    /** What doesn't add up; nothing, when the program is right. */
    static List<Constat> check(Bilan bilan) {
        Totaux totaux = new Totaux(bilan);
        totaux.hours("donneur d’ordres", "/donneurs-ordres", bilan.donneursOrdres(), LigneDonneurOrdre::heures);
        totaux.hours("famille d’achats", "/familles", bilan.familles(), LigneFamille::heures);
        totaux.hours("groupe de familles", "/familles", bilan.groupes(), LigneGroupe::heures);
        totaux.hours("type de marché", "/familles", bilan.types(), LigneType::heures);
        totaux.hours("modalité", "/parcours", bilan.modalites(), LigneModalite::heures);
        totaux.people("sexe", bilan.sexes());
        totaux.people("âge", bilan.ages());
        totaux.people("QPV", bilan.qpv());
        totaux.people("métropole", bilan.metropole());
        totaux.clauses(bilan.clauses());
        return List.copyOf(totaux.ecarts);
    }

    private <L> void hours(String par, String partie, List<L> lignes, Function<L, Heures> heures) {
        Heures total = bilan.indicateurs().heures();
        Heures somme = lignes.stream().map(heures).reduce(Heures.ZERO, Heures::plus);
        if (somme.compareTo(total) != 0)
            add(
                    "Heures par " + par,
                    partie,
                    somme.exactes(),
                    total.exactes(),
                    somme.valeur().subtract(total.valeur()));
    }

    private void people(String par, List<? extends LigneEffectif<?>> lignes) {
        long total = bilan.indicateurs().beneficiaires();
        long somme = lignes.stream().mapToLong(LigneEffectif::beneficiaires).sum();
        if (somme != total)
            add("Personnes par " + par, "/beneficiaires", NombreAffiche.of(somme), NombreAffiche.of(total), null);
    }

    /** Lots may carry several clauses: none of them alone holds more than all hours. */
    private void clauses(List<LigneClause> clauses) {
        Heures total = bilan.indicateurs().heures();
        for (LigneClause clause : clauses) {
            if (clause.heures().compareTo(total) > 0)
                add(
                        "Heures de la clause «\u00a0" + clause.clause().libelle() + "\u00a0»",
                        "",
                        clause.heures().exactes(),
                        total.exactes(),
                        clause.heures().valeur().subtract(total.valeur()));
        }
    }

    private void add(String quoi, String partie, String somme, String total, @Nullable BigDecimal ecart) {
        int annee = bilan.perimetre().annee();
        ecarts.add(new Constat(
                quoi,
                String.valueOf(annee),
                null,
                ecart,
                "Les lignes font " + somme + ", le total " + total + ".",
                "/bilan/" + annee + partie));
    }
}
