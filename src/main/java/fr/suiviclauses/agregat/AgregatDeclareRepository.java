package fr.suiviclauses.agregat;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AgregatDeclareRepository extends Repository<AgregatDeclare, Long> {

    Optional<AgregatDeclare> findByStructureIdAndId(long structureId, long id);

    AgregatDeclare saveAndFlush(AgregatDeclare agregat);

    void delete(AgregatDeclare agregat);

    void flush();
}
