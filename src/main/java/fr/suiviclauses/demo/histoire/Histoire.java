package fr.suiviclauses.demo.histoire;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole model in memory, built stage by stage; each stage has its own generator, so that one may change alone. */
public final class Histoire {

    private static final long SEED = 20220117;

    private final List<Marche> marches;
    private final Personnes personnes;
    private final Suivis suivis;

    private Histoire(List<Marche> marches, Personnes personnes, Suivis suivis) {
        this.marches = marches;
        this.personnes = personnes;
        this.suivis = suivis;
    }

    public static Histoire build() {
        Map<String, Groupe> groupes = Groupe.load();
        List<Donneur> donneurs = Donneur.load(groupes);
        List<Marche> marches = marches(groupes, donneurs);

        Registre registre = new Registre(alea(5));
        new PlanEntreprises(registre, alea(6)).plan(marches);
        List<Contrat> contrats = new PlanContrats(alea(7)).plan(marches);

        Personnes personnes = new Personnes(alea(8));
        new Affectation(personnes, alea(9)).assign(contrats);
        Emplois emplois = new Emplois(registre, alea(10));
        emplois.assign(contrats);
        Profils profils = new Profils(alea(11));
        profils.describe(personnes.toutes());
        Suivis suivis = new Suivis(alea(12));
        suivis.answer(personnes.toutes());

        NonComptees nonComptees = new NonComptees(personnes, profils, emplois, alea(13));
        contrats.addAll(nonComptees.add(marches, contrats));
        nonComptees.endEarlier(marches);
        new Obligations(alea(14)).sign(marches);
        new ContratsFinis(alea(15)).finish(contrats, personnes);
        new Anomalies(alea(17)).slip(marches, contrats, personnes.toutes());
        return new Histoire(marches, personnes, suivis);
    }

    public void writeReprise(Appendable out) throws IOException {
        new EcritureReprise(out, personnes).write(marches);
    }

    public void writeSuivis(Appendable out) throws IOException {
        suivis.write(out);
    }

    /** The listed marchés, then those of each cell, with their hours per lot and year. */
    private static List<Marche> marches(Map<String, Groupe> groupes, List<Donneur> donneurs) {
        List<MarchesDesignes.Designe> designes = MarchesDesignes.load(donneurs, groupes);
        HeuresDonneurs heures = new HeuresDonneurs(donneurs, designes, alea(1));
        heures.compute();
        List<Poste> postes = new PlanPostes(groupes, donneurs, designes, heures, alea(2)).plan();
        new PlanMarches(alea(3)).plan(postes);
        new HeuresLots(alea(4)).fill(postes);
        List<Marche> marches = new ArrayList<>();
        designes.forEach(designe -> marches.add(designe.marche()));
        postes.forEach(poste -> marches.addAll(poste.liste));
        new Intitules(alea(16)).write(marches);
        return marches;
    }

    private static Alea alea(int stage) {
        return new Alea(SEED + stage);
    }
}
