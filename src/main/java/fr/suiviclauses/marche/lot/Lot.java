package fr.suiviclauses.marche.lot;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Carries the obligation and the hours; an undivided marché has one lot, numbered 1. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Lot {

    @Id
    @GeneratedValue(generator = "lot_seq")
    @SequenceGenerator(name = "lot_seq", sequenceName = "lot_seq")
    private Long id;

    private long structureId;
    private long marcheId;
    private String numero;
    private @Nullable String objet;
    private long familleId;

    /** Of an accord-cadre: one hour owed for so many euros ordered, before tax. */
    private @Nullable BigDecimal eurosParHeure;

    @Version
    private int version;

    Lot(long structureId, long marcheId, LotSaisie saisie) {
        this.structureId = structureId;
        this.marcheId = marcheId;
        change(saisie);
    }

    final void change(LotSaisie saisie) {
        this.numero = saisie.numero();
        this.objet = saisie.objet();
        this.familleId = saisie.famille();
        this.eurosParHeure = saisie.eurosParHeure();
    }

    void price(BigDecimal euros) {
        this.eurosParHeure = euros;
    }
}
