variable "region" {
  type    = string
  default = "us-east-1"
}

variable "training_image" {
  type = string
}

variable "training_instance" {
  description = "Eight A100 with 40 GB each."
  type        = string
  default     = "p4d.24xlarge"
}
