package fr.suiviclauses.beneficiaire;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface BeneficiaireRepository extends Repository<Beneficiaire, Long> {

    Optional<Beneficiaire> findByStructureIdAndId(long structureId, long id);

    Beneficiaire saveAndFlush(Beneficiaire beneficiaire);

    void delete(Beneficiaire beneficiaire);

    void flush();
}
