package fr.suiviclauses.marche;

import fr.suiviclauses.referentiel.FormeMarche;
import fr.suiviclauses.referentiel.TypeMarche;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** One contract of a buyer. Its hours and what it owes are its lots'. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Marche {

    @Id
    @GeneratedValue(generator = "marche_seq")
    @SequenceGenerator(name = "marche_seq", sequenceName = "marche_seq")
    private Long id;

    private long structureId;
    private long donneurOrdreId;
    private @Nullable Long operationId;
    private @Nullable Long facilitateurId;
    private String reference;
    private @Nullable String objet;

    @Enumerated(EnumType.STRING)
    private TypeMarche type;

    @Enumerated(EnumType.STRING)
    private FormeMarche forme;

    private @Nullable LocalDate dateNotification;
    private @Nullable LocalDate dateDebut;

    /** Before any renewal; null: open. */
    private @Nullable LocalDate dateFin;

    private boolean actif = true;

    @Version
    private int version;

    Marche(long structureId, MarcheSaisie saisie) {
        this.structureId = structureId;
        change(saisie);
    }

    final void change(MarcheSaisie saisie) {
        this.donneurOrdreId = saisie.donneur();
        this.operationId = saisie.operation();
        this.facilitateurId = saisie.facilitateur();
        this.reference = saisie.reference();
        this.objet = saisie.objet();
        this.type = saisie.type();
        this.forme = saisie.forme();
        this.dateNotification = saisie.notification();
        this.dateDebut = saisie.debut();
        this.dateFin = saisie.fin();
    }

    void activate(boolean actif) {
        this.actif = actif;
    }
}
