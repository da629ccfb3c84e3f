# The data sets the trainers read.
resource "aws_ebs_volume" "datasets" {
  availability_zone = "us-east-1a"
  size              = 800
  type              = "gp2"
}

# Every version of every data set and every checkpoint. Nothing here is ever deleted.
resource "aws_s3_bucket" "datasets" {
  bucket = "harbor-answers-datasets"
}
