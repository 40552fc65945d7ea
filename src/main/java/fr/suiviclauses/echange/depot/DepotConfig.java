package fr.suiviclauses.echange.depot;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done with deposits outside requests; a task's instance is the deposit's id. */
@Configuration(proxyBeanMethods = false)
class DepotConfig {

    static final TaskDescriptor<Void> VERIFICATION = TaskDescriptor.of("depot-verification");
    static final TaskDescriptor<Void> ECRITURE = TaskDescriptor.of("depot-ecriture");
    private static final TaskDescriptor<Void> MENAGE = TaskDescriptor.of("depot-menage");
    private static final LocalTime LA_NUIT = LocalTime.of(3, 15);

    @Bean
    OneTimeTask<Void> depotVerification(DepotTravail travail) {
        return Tasks.oneTime(VERIFICATION).execute((tache, contexte) -> travail.check(Long.parseLong(tache.getId())));
    }

    @Bean
    OneTimeTask<Void> depotEcriture(DepotTravail travail) {
        return Tasks.oneTime(ECRITURE).execute((tache, contexte) -> travail.write(Long.parseLong(tache.getId())));
    }

    @Bean
    RecurringTask<Void> depotMenage(DepotTravail travail) {
        return Tasks.recurring(MENAGE, Schedules.daily(LA_NUIT)).execute((tache, contexte) -> travail.clean());
    }
}
