terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      project = "harbor-answers"
    }
  }
}

locals {
  trainers = 2
}

# Fine-tunes the embedding model on the month's questions; runs for a few hours and saves checkpoints.
resource "aws_instance" "train" {
  count         = local.trainers
  ami           = var.training_image
  instance_type = var.training_instance

  root_block_device {
    volume_type = "gp3"
    volume_size = 500
  }

  tags = {
    role = "training-batch"
  }
}

# Serves the embedding model to the web service.
resource "aws_instance" "serve" {
  ami           = var.training_image
  instance_type = "g5.xlarge"

  root_block_device {
    volume_type = "gp3"
    volume_size = 100
  }

  tags = {
    role = "serving"
  }
}
