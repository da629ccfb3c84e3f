// Written by `npm run gen`.

/** A file of data may rent something where all of one line are found in it. */
export const dataWords: readonly (readonly RegExp[])[] = [
  [/azureml(?:(?:schemas|sdk2)\.|\/sdk-2-0\/)/, /azureml(?:(?:schemas|sdk2)\.[\w.]+\/\S*\/(?:amlCompute)\.schema|\/sdk-2-0\/(?:amlCompute))\.json/i],
  [/azureml(?:(?:schemas|sdk2)\.|\/sdk-2-0\/)/, /azureml(?:(?:schemas|sdk2)\.[\w.]+\/\S*\/(?:compute)\.schema|\/sdk-2-0\/(?:compute))\.json/i],
  [/\b(?:amlcompute|computeinstance|azureml:|endpoint_name:)/i, /^type:\s*['"]?amlcompute\b/im, /^size:/m],
  [/azureml(?:(?:schemas|sdk2)\.|\/sdk-2-0\/)/, /azureml(?:(?:schemas|sdk2)\.[\w.]+\/\S*\/(?:computeInstance)\.schema|\/sdk-2-0\/(?:computeInstance))\.json/i],
  [/\b(?:amlcompute|computeinstance|azureml:|endpoint_name:)/i, /^type:\s*['"]?computeinstance\b/im, /^size:/m],
  [/azureml(?:(?:schemas|sdk2)\.|\/sdk-2-0\/)/, /azureml(?:(?:schemas|sdk2)\.[\w.]+\/\S*\/(?:managedOnlineDeployment)\.schema|\/sdk-2-0\/(?:managedOnlineDeployment))\.json/i],
  [/\b(?:amlcompute|computeinstance|azureml:|endpoint_name:)/i, /^endpoint_name:/m, /^instance_type:\s*['"]?standard_/im],
  [/azureml(?:(?:schemas|sdk2)\.|\/sdk-2-0\/)/, /azureml(?:(?:schemas|sdk2)\.[\w.]+\/\S*\/(?:(?:model|pipelineComponent)?BatchDeployment)\.schema|\/sdk-2-0\/(?:(?:model|pipelineComponent)?BatchDeployment))\.json/i],
  [/azureml(?:(?:schemas|sdk2)\.|\/sdk-2-0\/)/, /azureml(?:(?:schemas|sdk2)\.[\w.]+\/\S*\/(?:commandJob|autoMLJob|pipelineJob)\.schema|\/sdk-2-0\/(?:commandJob|autoMLJob|pipelineJob))\.json/i],
  [/azureml(?:(?:schemas|sdk2)\.|\/sdk-2-0\/)/, /azureml(?:(?:schemas|sdk2)\.[\w.]+\/\S*\/(?:sweepJob)\.schema|\/sdk-2-0\/(?:sweepJob))\.json/i],
  [/azureml(?:(?:schemas|sdk2)\.|\/sdk-2-0\/)/, /azureml(?:(?:schemas|sdk2)\.[\w.]+\/\S*\/(?:sparkJob)\.schema|\/sdk-2-0\/(?:sparkJob))\.json/i],
  [/azureml(?:(?:schemas|sdk2)\.|\/sdk-2-0\/)/, /azureml(?:(?:schemas|sdk2)\.[\w.]+\/\S*\/(?:pipelineJob|pipelineComponent)\.schema|\/sdk-2-0\/(?:pipelineJob|pipelineComponent))\.json/i],
  [/azureml(?:(?:schemas|sdk2)\.|\/sdk-2-0\/)/, /azureml(?:(?:schemas|sdk2)\.[\w.]+\/\S*\/(?:schedule)\.schema|\/sdk-2-0\/(?:schedule))\.json/i],
  [/azureml(?:(?:schemas|sdk2)\.|\/sdk-2-0\/)/, /azureml(?:(?:schemas|sdk2)\.[\w.]+\/\S*\/(?:schedule|monitorSchedule)\.schema|\/sdk-2-0\/(?:schedule|monitorSchedule))\.json/i],
  [/\b(?:amlcompute|computeinstance|azureml:|endpoint_name:)/i, /^compute:\s*['"]?azureml:/m, /^(?:command|trial|component|jobs):/m],
  [/\b(?:amlcompute|computeinstance|azureml:|endpoint_name:)/i, /^type:\s*['"]?pipeline\b/m, /^jobs:/m, /\bcompute:\s*['"]?azureml:/m],
  [/^resources:(?:[ \t]*\{(?:\s|#.*[\r\n])*|[ \t]*(?:#.*)?(?:[\r\n][ \t]*(?:#.*)?)*[\r\n][ \t]+)(?:accelerator|cpu|memory|use_gpu|instance_type|node_count)\s*:/m, /^(?:model_name|model_metadata|model_class_filename|external_package_dirs|trt_llm|docker_server|system_packages)\s*:/m],
  [/^provider:/m, /^available_node_types:/m],
  [/^provider:/m, /^head_node:/m],
  [/^provider:/m, /^worker_nodes:/m],
  [/^resources:(?:[ \t]*\{(?:\s|#.*[\r\n])*|[ \t]*(?:#.*)?(?:[\r\n][ \t]*(?:#.*)?)*[\r\n][ \t]+)(?:infra|cloud|region|zone|accelerators|accelerator_args|cpus|memory|instance_type|use_spot|spot_recovery|job_recovery|disk_size|disk_tier|local_disk|network_tier|ports|image_id|labels|any_of|ordered|autostop|priority|volumes|max_hourly_cost|_cluster_config_overrides|_no_missing_accel_warnings)\s*:/m],
]
