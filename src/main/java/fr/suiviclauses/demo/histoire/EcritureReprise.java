package fr.suiviclauses.demo.histoire;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The history as a reprise file: one row = one contract × lot × month. */
final class EcritureReprise {

    static final List<String> COLONNES = List.of(
            "donneur_ordre",
            "donneur_ordre_nature",
            "charte_sba",
            "charte_sba_debut",
            "charte_sba_fin",
            "marche",
            "marche_objet",
            "marche_type",
            "marche_notification",
            "marche_fin",
            "operation",
            "operation_type",
            "operation_objectif",
            "lot",
            "lot_objet",
            "famille",
            "groupe_famille",
            "clauses",
            "obligation",
            "entreprise",
            "entreprise_siren",
            "entreprise_type",
            "entreprise_role",
            "beneficiaire_ref",
            "nom",
            "prenom",
            "naissance",
            "sexe",
            "entree",
            "commune_insee",
            "metropole",
            "qpv",
            "diplome",
            "criteres",
            "prescripteur",
            "contrat_ref",
            "employeur",
            "employeur_siren",
            "employeur_type",
            "modalite",
            "contrat_type",
            "contrat_debut",
            "contrat_fin",
            "mois",
            "heures",
            "statut");

    private static final int COLONNES_PERSONNE = COLONNES.size() - COLONNES.indexOf("beneficiaire_ref");

    private final Map<String, Operation> operations = Operation.load();
    private final Personnes personnes;
    private final Csv csv;

    EcritureReprise(Appendable out, Personnes personnes) {
        this.personnes = personnes;
        this.csv = new Csv(out);
    }

    void write(List<Marche> marches) throws IOException {
        csv.cells(COLONNES.toArray(new String[0])).end();
        for (Marche marche : marches) {
            for (Lot lot : marche.lots) {
                write(lot);
            }
        }
    }

    /** The rows of its contracts, then a row without person for each company that none of them names. */
    private void write(Lot lot) throws IOException {
        Set<Participation> named = new HashSet<>();
        for (Contrat contrat : lot.contrats) {
            named.add(contrat.participation);
            for (Releve releve : contrat.releves) {
                write(lot, contrat.participation);
                write(contrat, personnes.porteur(contrat));
                csv.cell(Calendrier.yearMonth(releve.mois()).toString())
                        .hours(releve.centiemes())
                        .cell(releve.statut())
                        .end();
            }
        }
        for (Participation participation : lot.participations) {
            if (!named.contains(participation)) {
                write(lot, participation);
                for (int i = 0; i < COLONNES_PERSONNE; i++) {
                    csv.cell("");
                }
                csv.end();
            }
        }
    }

    private void write(Lot lot, Participation participation) throws IOException {
        Marche marche = lot.marche;
        Donneur donneur = marche.donneur;
        Operation operation = operations.getOrDefault(marche.operation, Operation.AUCUNE);
        csv.cells(donneur.nom(), donneur.prive() ? "PRIVE" : "PUBLIC")
                .cells(donneur.charteDebut().isEmpty() ? "NON" : "OUI", donneur.charteDebut(), "")
                .cells(marche.reference, marche.objet, marche.type)
                .cell(marche.notification)
                .cell(marche.fin)
                .cells(operation.nom(), operation.type(), operation.objectif())
                .cells(Integer.toString(lot.numero), lot.objet, lot.famille, lot.groupe.libelle())
                .cells(lot.clauses, lot.obligation)
                .cells(
                        participation.entreprise().nom(),
                        participation.entreprise().siren())
                .cells(participation.entreprise().type(), participation.role());
    }

    private void write(Contrat contrat, Personne personne) throws IOException {
        Entree entree = personne.contrats.getOrDefault(contrat, personne.derniereEntree());
        Entreprise employeur = contrat.employeur;
        csv.cells(personne.reference, personne.nom, personne.prenom, personne.naissance.toString(), personne.sexe)
                .cell(entree.date)
                .cells(entree.commune, entree.metropole, entree.qpv, entree.diplome)
                .cell(entree.criteres.stream().map(Enum::name).collect(Collectors.joining("|")))
                .cells(entree.prescripteur, contrat.reference)
                .cells(employeur.nom(), employeur.siren(), employeur.type())
                .cells(contrat.modalite.name(), contrat.type)
                .cell(contrat.debut)
                .cell(contrat.open ? "" : contrat.fin.toString());
    }
}
